/** Tests run on the compiled files, native ESM, nothing transformed: what is tested is what ships. */
export default {
  testEnvironment: 'node',
  transform: {},
  // Jest on Node 20 cannot `require` an ES module, as @fastify/static does with this one; the alias is its last CommonJS release.
  moduleNameMapper: { '^content-disposition$': 'content-disposition-cjs' },
  testMatch: ['**/dist/**/*.spec.js', '**/dist/**/*.e2e.js'],
  testPathIgnorePatterns: ['/node_modules/', '/.shucu/'],
  modulePathIgnorePatterns: ['<rootDir>/.shucu/'],
  globalSetup: '<rootDir>/libs/database/dist/testing/jest-global-setup.js',
  globalTeardown: '<rootDir>/libs/database/dist/testing/jest-global-teardown.js',
  testTimeout: 60_000,
  // Native ES modules of a test file stay in its process for good: a worker that has grown by them is replaced by a new one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
