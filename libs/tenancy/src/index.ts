export { type AuditActor, AuditContext, type Deed } from './audit-context.js';
export { currentTenant } from './current-tenant.js';
export { statutoryNow } from './statutory-now.js';
export { statutoryToday } from './statutory-today.js';
export { TenancyModule } from './tenancy.module.js';
export { TenancyService } from './tenancy.service.js';
export { TENANT_STATUSES, Tenant, type TenantStatus } from './tenant.entity.js';
export { TenantContext } from './tenant-context.js';
export { TenantSuspended, tenantTransaction } from './tenant-transaction.js';
