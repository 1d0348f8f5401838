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
