import { TenantContext } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs the work in a transaction of one tenant, suspended or not, that sees everything as it was at its first question and changes
 * nothing. Times come out in UTC.
 */
export function snapshotTransaction<T>(
  dataSource: DataSource,
  tenantId: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('SET TRANSACTION READ ONLY');
    await manager.query(`SET LOCAL TimeZone = 'UTC'`);
    await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    return TenantContext.run(tenantId, manager, () => work(manager));
  });
}
