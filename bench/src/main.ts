import { parseArgs } from 'node:util';
import { runBench } from './bench.js';
import { Closing } from './processes/closing.js';
import { resultTable } from './results.js';

const FULL = { centers: 1_000, records: 1_000_000, secondsOfLoad: 3, auditEntries: 1_000_000 };
/** To see that the bench works; its ratios say little. */
const QUICK = { centers: 100, records: 100_000, secondsOfLoad: 1, auditEntries: 100_000 };

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const closing = new Closing();
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    isInterrupted = true;
    void closing.stop().finally(() => process.exit(130));
  });
}
try {
  const { results, bounds } = await runBench(values.quick ? QUICK : FULL, closing);
  process.stdout.write(`\n${resultTable(results, bounds)}\n`);
} catch (error) {
  // What was being measured fails when it is stopped beneath: that is no news.
  if (!isInterrupted) throw error;
} finally {
  await closing.stop();
}
