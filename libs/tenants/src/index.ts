export { type ExportRecipient, ExportRecipientService } from './export-recipient.service.js';
export type { FirstAdministrator } from './first-administrator.service.js';
export { createFirstOperator, type NewOperator } from './operators/first-operator.js';
export {
  type ErasureResult,
  type ExportResult,
  ORDER_KINDS,
  ORDER_STATES,
  TenantOrder,
} from './orders/tenant-order.entity.js';
export { type OrderQuery, TenantOrdersService } from './orders/tenant-orders.service.js';
export { TENANT_ABILITIES } from './tenants.abilities.js';
export { ERASE_TENANT, EXPORT_TENANT } from './tenants.jobs.js';
export { TenantsModule, TenantsWorkerModule } from './tenants.module.js';
export { type NewTenant, TenantsService } from './tenants.service.js';
