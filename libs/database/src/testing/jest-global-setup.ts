import { startTestCluster } from './test-cluster.js';

/** Jest's global set-up: one real PostgreSQL for the whole run. */
export default async function globalSetup(): Promise<void> {
  const cluster = await startTestCluster();
  process.env['SHUCU_TEST_CLUSTER'] = cluster.url;
  (globalThis as { shucuTestCluster?: typeof cluster }).shucuTestCluster = cluster;
}
