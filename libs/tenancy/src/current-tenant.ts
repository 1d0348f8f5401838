import { Tenant } from './tenant.entity.js';
import { TenantContext } from './tenant-context.js';

/** The tenant of the running transaction. */
export function currentTenant(): Promise<Tenant> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneByOrFail(Tenant, { id: tenantId });
}
