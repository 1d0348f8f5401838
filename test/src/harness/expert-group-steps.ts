import { createExperts, type TestExpert } from '../factories/expert.factory.js';
import type { TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from './caller.js';
import type { TestPlatform } from './platform.js';

/** The steps of the experts' assessment of one center and year, each by whoever takes it. */
export type AssessmentSteps = ReturnType<typeof assessmentSteps>;

export function assessmentSteps(
  platform: TestPlatform,
  tenant: TestTenant,
  { center, year }: { readonly center: string; readonly year: number },
) {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  /** Opens the assessment without a group. */
  const openOne = async (): Promise<{ id: string; version: number }> => {
    const { body } = await officer.post('assessments', { year, centerIds: [center] }).expect(201);
    return body[0];
  };
  const view = async (id: string) => (await officer.get(`assessments/${id}`).expect(200)).body;
  const stateOf = async (id: string): Promise<string> => (await view(id)).assessment.state;
  /** The open assignment of an expert. */
  const placeOf = async (expert: TestExpert): Promise<string> =>
    (await expert.caller.get('expert-assignments?state=open').expect(200)).body.items[0]?.id;
  const declare = async (expert: TestExpert, conflict: string | null = null) =>
    expert.caller.post(`expert-assignments/${await placeOf(expert)}/declaration`, { conflict }).expect(200);
  /** Who of the pool is in the group. */
  const present = async (id: string, pool: readonly TestExpert[]): Promise<TestExpert[]> => {
    const { group } = await view(id);
    const ids = group.flatMap((member: { endedAt: string | null; expertId: string }) =>
      member.endedAt ? [] : [member.expertId],
    );
    return ids.map((expertId: string) => pool.find((one) => one.id === expertId) as TestExpert);
  };
  /** Draws a group, by default three out of five, of whom nobody has a conflict. */
  const formGroup = async (size = 3, people = 5) => {
    const pool = await createExperts(platform, tenant, people);
    const { id, version } = await openOne();
    await officer.post(`assessments/${id}/draws`, { version, size }).expect(200);
    const group = await present(id, pool);
    for (const expert of group) await declare(expert);
    return { id, pool, group };
  };
  return { openOne, view, stateOf, placeOf, declare, present, formGroup };
}
