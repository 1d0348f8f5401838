import type { DataSource, EntityManager } from 'typeorm';
import { TenantContext } from './tenant-context.js';

/**
 * Runs the work in one transaction of one tenant: BEGIN, the tenant as a transaction-local setting, work, COMMIT; any error
 * rolls everything back. A nested call for the same tenant joins the open transaction, for another tenant it is refused.
 */
export async function tenantTransaction<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  if (TenantContext.isOpen) {
    if (TenantContext.tenantId !== tenantId) throw new Error('A transaction of another tenant is open here');
    return work(TenantContext.manager);
  }
  return dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    return TenantContext.run(tenantId, manager, () => work(manager));
  });
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
  return dataSource.transaction(async (manager) => {
    const [tenant] = await manager.query<{ id: string }[]>(
      `SELECT id, set_config('app.tenant_id', id::text, true) FROM tenant WHERE code = $1 AND status = 'active'`,
      [code],
    );
    if (!tenant) throw refusal();
    return TenantContext.run(tenant.id, manager, () => work(manager));
  });
}
