import { PLATFORM_TENANT_ID } from '@shucu/database';
import { TenantContext } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';

/**
 * Runs the work for one tenant within the platform's open transaction, so that both commit or neither does: to found a tenant, and
 * to tell its own log what the platform did to it. Throws in any other tenant's transaction.
 */
export async function inOtherTenant<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
  const { manager, tenantId: platform } = TenantContext;
  if (platform !== PLATFORM_TENANT_ID) throw new Error('Only the platform acts for another tenant');
  await settle(manager);
  await setTenant(manager, tenantId);
  try {
    const result = await TenantContext.run(tenantId, manager, work);
    await settle(manager);
    return result;
  } finally {
    await setTenantBack(manager, platform);
  }
}

/** Lets what waits for the commit, the audit log above all, happen while its own tenant is set. */
async function settle(manager: EntityManager): Promise<void> {
  await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
  await manager.query('SET CONSTRAINTS ALL DEFERRED');
}

/** Also after an error. Where a statement had failed, no further one works in the transaction, so none can be of the wrong tenant. */
async function setTenantBack(manager: EntityManager, tenantId: string): Promise<void> {
  await setTenant(manager, tenantId).catch((error: { code?: string }) => {
    if (error.code !== '25P02') throw error;
  });
}

async function setTenant(manager: EntityManager, tenantId: string): Promise<void> {
  await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
}
