import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { callerOf } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import type { TestTenant } from './tenant.factory.js';

/**
 * Has the officer assign a center of a year to an expert, by default the one of the tenant, and enters that the expert has declared
 * no conflict of interest; gives the id of the assignment.
 */
export async function assignExpert(
  platform: TestPlatform,
  tenant: TestTenant,
  centerId: string,
  year: number,
  expertId = tenant.accounts.expert,
): Promise<string> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const { body } = await officer.post('expert-assignments', { centerId, year, expertId }).expect(201);
  await tenantTransaction(platform.owner, tenant.id, async (manager) => {
    await manager.query('UPDATE expert_assignment SET declared_at = assigned_at WHERE tenant_id = $1 AND id = $2', [
      tenant.id,
      body.id,
    ]);
    await manager.query(
      `INSERT INTO score_sheet (tenant_id, id, assessment_id, expert_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [tenant.id, newId(), body.assessmentId, expertId],
    );
  });
  return body.id;
}
