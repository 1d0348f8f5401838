import { readEnvironment } from '@shucu/kernel';
import { runProcess } from '@shucu/platform';
import { startWorker } from './worker.js';

await runProcess('worker', async () => {
  await startWorker(readEnvironment());
  return 'taking jobs';
});
