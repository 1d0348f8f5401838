import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { AccountStatus } from './account.entity.js';

/**
 * Orders all administration of accounts in this tenant until the commit, and refuses an administrator who has ceased to be one
 * while waiting. As nobody administers oneself, one administrator at least remains: whoever acted last.
 */
export async function lockAdministration(actor: Actor): Promise<void> {
  conditionsOf(actor, 'update', 'Account');
  const { manager, tenantId } = TenantContext;
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`accounts ${tenantId}`]);
  const still = await manager.query<unknown[]>(
    `SELECT 1 FROM account JOIN account_role held ON held.tenant_id = account.tenant_id AND held.account_id = account.id
     WHERE account.tenant_id = $1 AND account.id = $2 AND account.status = 'active'
       AND (held.role = 'platformOperator' OR held.role = 'provinceAdministrator' AND 'security' = ANY (held.duties))`,
    [tenantId, actor.accountId],
  );
  if (still.length === 0) throw new AppError('auth.forbidden');
}

/**
 * The account to be administered, locked, which is somebody else's (separation of duties). Throws `resource.notFound`,
 * `account.own`.
 */
export async function lockOther(actor: Actor, id: string): Promise<{ status: AccountStatus; version: number }> {
  await lockAdministration(actor);
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<{ status: AccountStatus; version: number }[]>(
    'SELECT status, version FROM account WHERE tenant_id = $1 AND id = $2 FOR UPDATE',
    [tenantId, id],
  );
  if (!found) throw new AppError('resource.notFound');
  if (id === actor.accountId) throw new AppError('account.own');
  return found;
}
