import type { TestCluster } from './test-cluster.js';

/** Jest's global tear-down: stops what the set-up started. */
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { shucuTestCluster?: TestCluster }).shucuTestCluster?.stop();
}
