import { type ApplicantTraits, createApplicant, type TestApplicant } from '../factories/applicant.factory.js';
import type { TestTenant } from '../factories/tenant.factory.js';
import { fillDossier } from './application-steps.js';
import { type Caller, callerOf } from './caller.js';
import type { TestPlatform } from './platform.js';
import { takeStep } from './steps.js';

/** An application that was submitted, and who did it. */
export interface SubmittedApplication {
  readonly id: string;
  readonly path: string;
  readonly centerId: string;
  readonly applicant: TestApplicant;
  readonly operator: Caller;
}

let serial = 0;

/** A new applicant's comprehensive application in the round, filled in and submitted. */
export async function submitNew(
  platform: TestPlatform,
  tenant: TestTenant,
  roundId: string,
  { route = 'local', ...traits }: ApplicantTraits & { readonly route?: 'local' | 'direct' } = {},
): Promise<SubmittedApplication> {
  serial += 1;
  const applicant = await createApplicant(platform.owner, tenant, traits);
  const operator = callerOf(platform, applicant.token);
  const begun = { roundId, leadOrganizationId: applicant.organizationId, name: `待审中心${serial}`, route };
  const { body } = await operator.post('applications', { ...begun, category: 'comprehensive' }).expect(201);
  const path = `applications/${body.id}`;
  await fillDossier(operator, body.id);
  await takeStep(operator, path, 'submission');
  return { id: body.id, path, centerId: body.centerId, applicant, operator };
}

/** The course of an application as somebody sees it. */
export async function courseOf(caller: Caller, path: string) {
  return (await caller.get(`${path}/course`).expect(200)).body;
}

/** Verifies every stated value, as stated unless another value is given with its remark, and writes the opinion. */
export async function verifyAll(
  caller: Caller,
  path: string,
  others: Readonly<Record<string, { readonly verified: string; readonly remark: string }>> = {},
) {
  const { values, version } = await courseOf(caller, path);
  const items = values.map(({ measure, claimed }: { measure: string; claimed: string }) => ({
    measure,
    ...(others[measure] ?? { verified: claimed }),
  }));
  const review = { version, items, opinion: '材料属实，数据有据可查。' };
  return (await caller.put(`${path}/preliminary-review`, review).expect(200)).body;
}

/** What is written of a visit on site. */
export const VISIT = {
  place: '兰州市城关区雁南路1号',
  people: [
    { side: 'office', name: '赵处长', position: '处长' },
    { side: 'applicant', name: '钱经理' },
  ],
  findings: '场地与设备和申报一致。',
} as const;

/** Reviews, visits and recommends for the bureau. */
export async function recommend(city: Caller, path: string, visitedOn: string): Promise<void> {
  await verifyAll(city, path);
  await takeStep(city, path, 'site-visits', { ...VISIT, visitedOn }, 201);
  await takeStep(city, path, 'recommendation', { reason: '基础扎实，同意推荐。' });
}

/** Checks every item of the formal review, and passes it unless it is named. */
export async function checkAll(officer: Caller, path: string, failing: readonly string[] = []) {
  const { checklist, version } = await courseOf(officer, path);
  const items = checklist.map(({ item }: { item: string }) =>
    failing.includes(item) ? { item, conclusion: 'fail', remark: '不符合。' } : { item, conclusion: 'pass' },
  );
  return (await officer.put(`${path}/formal-review`, { version, items, opinion: '形式审查合格。' }).expect(200)).body;
}

/** Reviews and accepts for the province. */
export async function accept(officer: Caller, path: string): Promise<void> {
  await checkAll(officer, path);
  await takeStep(officer, path, 'acceptance');
}
