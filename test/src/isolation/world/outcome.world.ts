import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { createCenter } from '../../factories/center.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import { callerOf } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';

/** What may still happen to a rating or a center after all. */
export interface OutcomeIds extends OutcomeElsewhere {
  /** Revoked, of a center of its own. */
  readonly revokedCase: string;
  /** On a center that is marked in the run that is not final yet. */
  readonly ratingRemark: string;
}

/** What of it there is for centers that are out of reach as well. */
export interface OutcomeElsewhere {
  /** The center is told and may state its case. */
  readonly statementCase: string;
  /** Filed, on the rating of the published run. */
  readonly ratingObjection: string;
  /** Filed: of the world on the run that is not final yet. */
  readonly otherRatingObjection: string;
}

/** Where the rows belong. */
export interface OutcomePlace {
  readonly center: string;
  /** Another center, which nothing else happens to. */
  readonly idle: string;
  readonly run: string;
  readonly rating: string;
}

export async function createOutcomes(
  platform: TestPlatform,
  tenant: TestTenant,
  { idle, ...place }: OutcomePlace,
): Promise<OutcomeIds> {
  const rows = await outcomesOf(platform, tenant, place);
  const otherRatingObjection = await objectionIn(platform, tenant, place);
  const ratingRemark = newId();
  const doomed = await createCenter(platform.owner, tenant);
  const revokedCase = await caseIn(platform, tenant, doomed, {
    ...{ state: 'heard', statement_kind: 'lapsed', stated_at: new Date() },
  });
  await tenantTransaction(platform.owner, tenant.id, (manager) =>
    insertRows(manager, 'rating_remark', [
      {
        ...{ tenant_id: tenant.id, id: ratingRemark, run_id: place.run, center_id: idle, kind: 'nonCooperation' },
        ...{ reason: '未按时提供资料。', made_by: tenant.accounts.provinceOfficer, made_at: new Date() },
      },
    ]),
  );
  const decision = { version: 1, decision: 'revoke', reason: '事实清楚。' };
  const second = callerOf(platform, tenant.tokens.secondOfficer);
  await second.post(`revocation-cases/${revokedCase}/decision`, decision).expect(200);
  return { ...rows, otherRatingObjection, revokedCase, ratingRemark };
}

/** A case in which the center may be heard, and an objection to its published rating, which keeps no other run from becoming final. */
export async function outcomesOf(
  platform: TestPlatform,
  tenant: TestTenant,
  { center, rating }: Pick<OutcomePlace, 'center' | 'rating'>,
): Promise<OutcomeElsewhere> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const run = (await officer.get(`ratings/${rating}`).expect(200)).body.runId;
  const ratingObjection = await objectionIn(platform, tenant, { center, run });
  return {
    statementCase: await caseIn(platform, tenant, center, { state: 'statement' }),
    ...{ ratingObjection, otherRatingObjection: ratingObjection },
  };
}

async function caseIn(
  { owner }: TestPlatform,
  tenant: TestTenant,
  centerId: string,
  course: Readonly<Record<string, unknown>>,
): Promise<string> {
  const id = newId();
  const now = new Date();
  const period = { invited_at: now, statement_due_on: '2099-12-31', statement_arithmetic: '至 2099-12-31 止' };
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(manager, 'revocation_case', [
      {
        ...{ tenant_id: tenant.id, id, center_id: centerId, ground: 'unableToOperate' },
        ...{ facts: [{ statement: '已停止运营。' }], rule_set_id: tenant.ruleSetId },
        ...{ opened_by: tenant.accounts.provinceOfficer, opened_at: now, version: 1, updated_at: now },
        ...period,
        ...course,
      },
    ]),
  );
  return id;
}

async function objectionIn(
  { owner }: TestPlatform,
  tenant: TestTenant,
  { center, run }: { readonly center: string; readonly run: string },
): Promise<string> {
  const id = newId();
  const now = new Date();
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(manager, 'rating_objection', [
      {
        ...{ tenant_id: tenant.id, id, run_id: run, center_id: center, state: 'filed', version: 1, updated_at: now },
        ...{ objection: '漏计服务记录。', filed_by: tenant.accounts.centerOperator, filed_at: now },
      },
    ]),
  );
  return id;
}
