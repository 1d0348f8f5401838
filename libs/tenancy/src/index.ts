export { currentTenant } from './current-tenant.js';
export { statutoryToday } from './statutory-today.js';
export { TenancyModule } from './tenancy.module.js';
export { TenancyService } from './tenancy.service.js';
export { Tenant } from './tenant.entity.js';
export { TenantContext } from './tenant-context.js';
export { tenantTransaction } from './tenant-transaction.js';
