import type { DataSource, EntityManager } from 'typeorm';
import { auditSettings } from './audit-context.js';
import { TenantContext } from './tenant-context.js';

/** What the policies and the audit log read, all of it for this transaction only. `$1` and `$2`: see {@link auditSettings}. */
const settingsFor = (tenant: string): string =>
  `set_config('app.tenant_id', ${tenant}, true), set_config('app.audit_request', $1, true), set_config('app.audit_actor', $2, true)`;

/** The tenant is suspended, or there is none: nobody signs in, nothing is served and no job runs. */
export class TenantSuspended extends Error {
  override readonly name = 'TenantSuspended';
}

/**
 * Runs the work in one transaction of one tenant: BEGIN, the tenant as a transaction-local setting, work, COMMIT; any error
 * rolls everything back. A nested call for the same tenant joins the open transaction, for another tenant it is refused.
 */
export async function tenantTransaction<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (TenantContext.isOpen) return joined(tenantId, work);
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT ${settingsFor('$3')}`, [...auditSettings(), tenantId]);
    return TenantContext.run(tenantId, manager, () => work(manager));
  });
}

/** Like {@link tenantTransaction}, while the tenant is active. Throws {@link TenantSuspended}. */
export async function activeTenantTransaction<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (TenantContext.isOpen) return joined(tenantId, work);
  const refusal = (): Error => new TenantSuspended(`Tenant ${tenantId} is not active`);
  return opened(dataSource, ['id', tenantId], refusal, work);
}

/**
 * Like {@link tenantTransaction} for the active tenant of a public code, which is looked up in the transaction itself. Throws the
 * refusal where there is none; a suspended one is as if it did not exist. Is refused inside another transaction.
 */
export async function tenantTransactionByCode<T>(
  dataSource: DataSource,
  code: string,
  refusal: () => Error,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (TenantContext.isOpen) throw new Error('A transaction is open here already');
  return opened(dataSource, ['code', code], refusal, work);
}

function joined<T>(tenantId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  if (TenantContext.tenantId !== tenantId) throw new Error('A transaction of another tenant is open here');
  return work(TenantContext.manager);
}

function opened<T>(
  dataSource: DataSource,
  [column, value]: readonly ['id' | 'code', string],
  refusal: () => Error,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    const [tenant] = await manager.query<{ id: string }[]>(
      `SELECT id, ${settingsFor('id::text')} FROM tenant WHERE ${column} = $3 AND status = 'active'`,
      [...auditSettings(), value],
    );
    if (!tenant) throw refusal();
    return TenantContext.run(tenant.id, manager, () => work(manager));
  });
}
