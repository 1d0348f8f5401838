import { createExperts, type TestExpert } from '../factories/expert.factory.js';
import { sealSheet } from '../factories/score-sheet.factory.js';
import type { TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from './caller.js';
import type { TestPlatform } from './platform.js';

/** The pool of each tenant, by its id: whoever was drawn once may be drawn again. */
const pools = new Map<string, readonly TestExpert[]>();

/** Has a group of three drawn for the open assessment of a center, score it alike and sign the result; gives the assessment's id. */
export async function assess(
  platform: TestPlatform,
  tenant: TestTenant,
  { centerId, year, score }: { readonly centerId: string; readonly year: number; readonly score: number },
): Promise<string> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const pool = pools.get(tenant.id) ?? (await createExperts(platform, tenant, 3));
  pools.set(tenant.id, pool);
  const [{ id, version }] = (await officer.get(`assessments?centerId=${centerId}&year=${year}`).expect(200)).body.items;
  await officer.post(`assessments/${id}/draws`, { version, size: 3 }).expect(200);
  const seen = async () => (await officer.get(`assessments/${id}`).expect(200)).body;
  const members: { expertId: string; assignmentId: string }[] = (await seen()).group;
  const group = members.map(({ expertId, assignmentId }) => ({
    assignmentId,
    ...(pool.find((expert) => expert.id === expertId) as TestExpert),
  }));
  for (const { caller, assignmentId } of group)
    await caller.post(`expert-assignments/${assignmentId}/declaration`, { conflict: null }).expect(200);
  for (const { caller } of group) await sealSheet(caller, centerId, year, score);
  const { assessment } = await seen();
  const leader = group.find((expert) => expert.id === assessment.leaderId) as TestExpert;
  const signature = { version: assessment.version, conclusion: '同意评价结果。' };
  await leader.caller.post(`assessments/${id}/signature`, signature).expect(200);
  return id;
}
