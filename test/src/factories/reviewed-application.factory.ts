import { insertRows } from '@shucu/database';
import { newId, sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';
import { creditCode } from './credit-codes.js';
import { createRound } from './proposed-application.factory.js';
import type { TestTenant } from './tenant.factory.js';

export interface ReviewedTraits {
  readonly state: 'submitted' | 'formalReview' | 'returned' | 'assessment';
  readonly year?: number;
  /** A lead of its own when not given. */
  readonly leadId?: string;
}

let serial = 870_000;

/** An application of one submission that stands somewhere in its reviews; nobody has reviewed it yet. Runs as the owner. */
export async function createReviewed(
  owner: DataSource,
  tenant: TestTenant,
  { state, year = 2024, leadId: givenLead }: ReviewedTraits,
): Promise<{ readonly id: string; readonly centerId: string }> {
  serial += 1;
  const roundId = await createRound(owner, tenant, year);
  const [id, centerId, leadId, now] = [newId(), newId(), givenLead ?? newId(), new Date()];
  const name = `待审中心${serial}`;
  const own = { tenant_id: tenant.id, region_id: tenant.regionId };
  const stamps = { version: 1, created_at: now, updated_at: now };
  const frozen = { ...{ name, category: 'comprehensive', variant: null, industry: null, route: 'local' }, ...EMPTY };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    if (!givenLead) {
      const lead = { id: leadId, credit_code: creditCode(serial), name: `牵头单位${serial}`, kind: 'enterprise' };
      await insertRows(manager, 'organization', [{ ...own, ...lead, ...stamps, ownership: 'local' }]);
    }
    const center = { id: centerId, name, category: 'comprehensive', status: 'candidate', lead_organization_id: leadId };
    await insertRows(manager, 'center', [{ ...own, ...center, ...stamps, by_exception: givenLead !== undefined }]);
    const what = { center_id: centerId, lead_organization_id: leadId, name, category: 'comprehensive', route: 'local' };
    const content = { dossier: {}, dossier_hash: sha256(name), claimed: {}, facts: {}, plugin_version: '1.0.0' };
    const submission = { submissions: 1, submitted_at: now, created_by: tenant.accounts.centerOperator };
    await insertRows(manager, 'application', [
      {
        ...{ ...own, ...stamps, ...what, ...content, ...submission },
        ...{ id, round_id: roundId, year, state, rule_set_id: tenant.ruleSetId },
      },
    ]);
    await insertRows(manager, 'application_submission', [
      {
        ...{ tenant_id: tenant.id, id: newId(), application_id: id, number: 1, content: frozen },
        ...{ content_hash: sha256(name), submitted_by: tenant.accounts.centerOperator, submitted_at: now },
      },
    ]);
  });
  return { id, centerId };
}

const EMPTY = { dossier: {}, claimed: {}, facts: {}, memberIds: [], evidence: {} };

/** The return of an application with one remark; gives the remark. Runs as the owner. */
export async function createCorrection(owner: DataSource, tenant: TestTenant, applicationId: string): Promise<string> {
  const [correctionId, id] = [newId(), newId()];
  const own = { tenant_id: tenant.id };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await insertRows(manager, 'correction', [
      {
        ...{ ...own, id: correctionId, application_id: applicationId, submission: 1, stage: 'submitted' },
        ...{ reason: '材料需补正。', due_on: '2026-12-31', arithmetic: '自次日起算', returned_at: new Date() },
        returned_by: tenant.accounts.cityOfficer,
      },
    ]);
    const remark = { place: 'plan.goals', fault: '目标不明确。', demand: '请量化。' };
    await insertRows(manager, 'correction_remark', [{ ...own, id, correction_id: correctionId, ...remark }]);
  });
  return id;
}

/** The signed assessment of an application, as its group left it. Runs as the owner. */
export function createSignedAssessment(owner: DataSource, tenant: TestTenant, centerId: string): Promise<void> {
  const now = new Date();
  const result = { merge: 'mean', criteria: [], sheets: [], total: '88', sheet: null, fault: null };
  const signature = { result_hash: sha256('88'), signed_by: tenant.accounts.expert, signed_at: now };
  return tenantTransaction(owner, tenant.id, (manager: EntityManager) =>
    insertRows(manager, 'assessment', [
      {
        ...{ tenant_id: tenant.id, id: newId(), center_id: centerId, year: 2024, purpose: 'application' },
        ...{ rule_set_id: tenant.ruleSetId, state: 'signed', version: 1, seed: sha256(centerId), result, ...signature },
        ...{ third_opinion: false, claimed: {}, verified: {}, confirmed: {}, opened_at: now, updated_at: now },
      },
    ]),
  );
}
