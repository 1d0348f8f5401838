// The closing line of CI, computed from jest's report. A skipped suite means that a server was missing: here that is a failure.
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = report;
const failed = numFailedTests + numPendingTests + numRuntimeErrorTestSuites;
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`);
process.exit(failed === 0 && numPassedTests > 0 ? 0 : 1);
