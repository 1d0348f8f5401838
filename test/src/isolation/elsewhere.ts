import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createPerson } from '../factories/person.factory.js';
import type { TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import type { ApplicationElsewhere } from './world/application.world.js';
import { type AssessmentElsewhere, assessmentElsewhere } from './world/assessment.world.js';
import { type CenterYearIds, centerYearElsewhere } from './world/center-year.world.js';
import { createFiles } from './world/evidence.world.js';
import { type MessageIds, messageElsewhere } from './world/message.world.js';
import { type NoticeIds, noticeElsewhere } from './world/notice.world.js';
import type { OutcomeElsewhere } from './world/outcome.world.js';
import { type ReviewElsewhere, reviewElsewhere } from './world/review.world.js';
import { draftRuleSet } from './world/rule-set.world.js';
import type { WorldIds } from './world.js';

/** Rows of a tenant that are neither in its city officer's region, nor of its operator's organization, nor its expert's, nor given out. */
export type Elsewhere = Omit<CenterYearIds, 'filedReport' | 'filedChange' | 'otherFiledChange'> &
  ReviewElsewhere &
  ApplicationElsewhere &
  AssessmentElsewhere &
  Omit<MessageIds, 'notification'> &
  Pick<NoticeIds, 'objection'> &
  Pick<
    WorldIds,
    | 'organization'
    | 'ruleSet'
    | 'center'
    | 'serviceRecord'
    | 'resource'
    | 'expert'
    | 'expertAssignment'
    | 'rating'
    | 'document'
    | 'evidenceFile'
    | 'evidenceUpload'
    | 'statementCase'
    | 'ratingObjection'
    | 'otherRatingObjection'
  >;

let serial = 800_000;

/** Writes everything of {@link Elsewhere} that comes before a rating; the operator and the expert there are people of their own. */
export async function createElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
): Promise<Omit<Elsewhere, 'rating' | 'document' | keyof OutcomeElsewhere | keyof ApplicationElsewhere>> {
  const { owner } = platform;
  const regionId = await createRegion(platform, tenant);
  const organization = await createOrganization(platform, tenant, regionId);
  const there = { ...tenant, regionId };
  const centerId = await createCenter(owner, there, { leadOrganizationId: organization });
  await createServiceRecords(owner, there, centerId, 1, { type: 'training', servedOn: '2024-03-05' });
  const human = await createPerson(owner, tenant, { role: 'centerOperator', organizationId: organization });
  const operator = callerOf(platform, human.token);
  const record = { centerId, type: 'training', servedOn: '2024-04-01', title: '培训' };
  const resource = { centerId, kind: 'patent', acquiredOn: '2024-02-01', title: '专利' };
  const expert = (await createPerson(owner, tenant, { role: 'expert' })).id;
  const files = await createFiles(platform, human.token, centerId);
  const expertAssignment = await assignExpert(platform, tenant, centerId, 2025, expert);
  const serviceRecord = (await operator.post('service-records', record).expect(201)).body.id;
  const reporting = { operator, accountId: human.id, center: centerId, organization, serviceRecord };
  return {
    ...(await centerYearElsewhere(platform, tenant, reporting)),
    organization,
    ...(await messageElsewhere(platform, tenant)),
    ...(await noticeElsewhere(platform, tenant)),
    ...(await reviewElsewhere(platform, there, organization)),
    ruleSet: await draftRuleSet(callerOf(platform, tenant.tokens.provinceAdministrator), '测工信发〔2022〕3号'),
    center: centerId,
    serviceRecord,
    resource: (await operator.post('resources', resource).expect(201)).body.id,
    expert,
    ...files,
    expertAssignment,
    ...(await assessmentElsewhere(platform, tenant, { expertId: expert, assignmentId: expertAssignment })),
  };
}

async function createRegion({ owner }: TestPlatform, { id: tenantId }: TestTenant): Promise<string> {
  const id = newId();
  const row = { tenant_id: tenantId, id, name: '天水市', bureau: '天水市工业和信息化局' };
  await tenantTransaction(owner, tenantId, (manager) => insertRows(manager, 'region', [row]));
  return id;
}

async function createOrganization(platform: TestPlatform, tenant: TestTenant, regionId: string): Promise<string> {
  serial += 1;
  const body = { creditCode: creditCode(serial), name: '外地单位', kind: 'enterprise', regionId };
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  return (await officer.post('organizations', body).expect(201)).body.id;
}
