// The closing line of CI, computed from jest's report. A skipped suite means that a server was missing: here that is a failure.
import { existsSync, readFileSync } from 'node:fs';

if (!existsSync(process.argv[2])) {
  process.stdout.write('0 passed, 1 failed: the tests ended without a report\n');
  process.exit(1);
}
const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report;
const failed = numFailedTests + numPendingTests + numRuntimeErrorTestSuites;
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1);
