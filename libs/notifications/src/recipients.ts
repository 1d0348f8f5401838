import type { Role } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';

/** Everybody who holds a role, there where a region or an organization is named. */
export interface RoleHolders {
  readonly role: Role;
  readonly regionId?: string | null;
  readonly organizationId?: string | null;
  /** One holder of the role alone, e.g. the expert whose sheet it is. */
  readonly accountId?: string | null;
}

/** Who gets a message: named people, and whoever holds one of the roles. */
export interface Recipients {
  readonly accountIds?: readonly string[];
  readonly roles?: readonly RoleHolders[];
}

/** The active accounts that the recipients are, each once. */
export async function accountsOf({ accountIds = [], roles = [] }: Recipients): Promise<string[]> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<{ id: string }[]>(
    `SELECT account.id FROM account
     WHERE account.tenant_id = $1 AND account.status = 'active' AND (account.id = ANY ($2::uuid[]) OR EXISTS (
       SELECT 1 FROM account_role held
       JOIN jsonb_to_recordset($3::jsonb) AS wanted (role text, "regionId" uuid, "organizationId" uuid, "accountId" uuid)
         ON wanted.role = held.role
         AND (wanted."regionId" IS NULL OR wanted."regionId" = held.region_id)
         AND (wanted."organizationId" IS NULL OR wanted."organizationId" = held.organization_id)
         AND (wanted."accountId" IS NULL OR wanted."accountId" = held.account_id)
       WHERE held.tenant_id = account.tenant_id AND held.account_id = account.id))
     ORDER BY account.id`,
    [tenantId, accountIds, JSON.stringify(roles)],
  );
  return rows.map(({ id }) => id);
}
