import { AppError } from '@shucu/kernel';
import { type Actor, organizationsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';

/** Nobody judges a center that an organization of their own leads or takes part in (domain §4). */
export async function refuseOwnCenters(actor: Actor, centerIds: readonly string[]): Promise<void> {
  if (await standBehind(organizationsOf(actor), centerIds)) throw new AppError('decision.ownOrganization');
}

/** Whether any of the organizations leads one of the centers or takes part in it. */
export async function standBehind(organizationIds: readonly string[], centerIds: readonly string[]): Promise<boolean> {
  if (organizationIds.length === 0) return false;
  const { manager, tenantId } = TenantContext;
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM center WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND (lead_organization_id = ANY ($3::uuid[])
       OR EXISTS (SELECT 1 FROM center_member member WHERE member.tenant_id = center.tenant_id
         AND member.center_id = center.id AND member.organization_id = ANY ($3::uuid[]))) LIMIT 1`,
    [tenantId, centerIds, organizationIds],
  );
  return found.length > 0;
}
