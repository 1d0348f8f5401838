export * from './data-source.js';
export * from './embedded-postgres.js';
export { insertRows } from './insert-rows.js';
export * from './migrate.js';
export * from './roles.js';
export { APPLICATION_ROLE, enableTenantRls } from './tenant-rls.js';
export { startTestCluster, startTestDatabase, type TestCluster, type TestDatabase } from './testing/test-cluster.js';
