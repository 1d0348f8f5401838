import { readEnvironment } from '@shucu/kernel';
import { startWorker } from '@shucu/worker';
import { QUICK } from '../harness/platform.js';

/** The real worker in a process of its own, which a test may kill. */
await startWorker(readEnvironment(), { timing: QUICK });
process.send?.('ready');
