export { type AuditedColumns, auditTable } from './audit-table.js';
export * from './data-source.js';
export * from './embedded-postgres.js';
export { enforceSteps, type StateStep } from './enforce-steps.js';
export { insertRows } from './insert-rows.js';
export * from './migrate.js';
export { PLATFORM_TENANT_ID } from './migrations/1764000000006-identity.js';
export * from './roles.js';
export {
  makeStatutoryClockSettable,
  refuseSettableClock,
  StatutoryClockError,
  setStatutoryClock,
} from './statutory-clock.js';
export { APPLICATION_ROLE, enableTenantRls } from './tenant-rls.js';
export { startTestCluster, startTestDatabase, type TestCluster, type TestDatabase } from './testing/test-cluster.js';
export { writeInBulk } from './write-in-bulk.js';
