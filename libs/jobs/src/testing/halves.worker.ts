import { halves, NaiveHalvesJobs, SoundHalvesJobs } from './halves.jobs.js';
import { startWorkerApp } from './worker-app.js';

/** The process that the kill test kills: a worker that does halves, soundly or naively. */
const { DATABASE_URL: databaseUrl = '', REDIS_URL: redisUrl, HALVES } = process.env;
const handlers = [HALVES === 'naive' ? NaiveHalvesJobs : SoundHalvesJobs];
const app = await startWorkerApp({ databaseUrl, redisUrl, jobs: [halves], handlers });
app.enableShutdownHooks();
process.send?.('ready');
