import { callerOf } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import type { TestTenant } from './tenant.factory.js';

/** Has the officer assign a center of a year to an expert, by default the one of the tenant; gives the id of the assignment. */
export async function assignExpert(
  platform: TestPlatform,
  tenant: TestTenant,
  centerId: string,
  year: number,
  expertId = tenant.accounts.expert,
): Promise<string> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const { body } = await officer.post('expert-assignments', { centerId, year, expertId }).expect(201);
  return body.id;
}
