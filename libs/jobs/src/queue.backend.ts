import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  Queue,
  type JobsOptions as QueueJobOptions,
  Worker,
} from 'bullmq';
import { Pool } from 'pg';
import type { RetryPolicy } from './job-definition.js';
import type { JobsOptions } from './jobs.options.js';
import { type JobQueue, type QueuedJob, QueueUnavailableError, type QueueWorker, type WorkOptions } from './queue.js';

/** The one queue of the platform, and the name of the schema that holds it where it is kept in PostgreSQL. */
export const QUEUE_NAME = 'shucu';
export const QUEUE_SCHEMA = 'bullmq';

const READY_WITHIN_MS = 5_000;
/** Deaths of its worker that a job survives; beyond them it counts as a failed try. BullMQ's default of 1 is far too few. */
const MAX_STALLED_COUNT = 10;
/** Nobody reads BullMQ's event stream here. */
const EVENTS_KEPT = 100;
/** The outbox keeps what became of a job, and a job that is gone can be added again under its id. */
const KEPT_JOBS = { count: 0 };

/** Opens the queue. Throws {@link QueueUnavailableError} where it cannot be reached in five seconds or has no schema. */
export async function openQueue(
  { redisUrl, databaseUrl, queuePoolSize = 4 }: JobsOptions,
  onError: (error: Error) => void,
): Promise<JobQueue> {
  if (redisUrl) {
    // A producer that waited for a Redis that is away would keep a transaction of the relay open as long.
    const producer = { url: redisUrl, maxRetriesPerRequest: 1 };
    const consumer = { url: redisUrl, maxRetriesPerRequest: null };
    return open({ producer, consumer, factory: createRedisBackend, end: async () => undefined }, onError);
  }
  const pool = new Pool({
    connectionString: databaseUrl,
    max: queuePoolSize,
    keepAlive: true,
    application_name: 'shucu-queue',
    options: `-c search_path=${QUEUE_SCHEMA}`,
  });
  return open({ producer: pool, consumer: pool, factory: createPostgresBackend, end: () => pool.end() }, onError);
}

interface Backend<Kind extends IQueueBackend, Connection> {
  readonly producer: Connection;
  readonly consumer: Connection;
  readonly factory: BackendFactory<Kind, Connection>;
  end(): Promise<void>;
}

async function open<Kind extends IQueueBackend, Connection>(
  backend: Backend<Kind, Connection>,
  onError: (error: Error) => void,
): Promise<JobQueue> {
  const queue = new Queue<QueuedJob, void, string, QueuedJob, void, string, Kind, Connection>(
    QUEUE_NAME,
    { connection: backend.producer, streams: { events: { maxLen: EVENTS_KEPT } } },
    backend.factory,
  );
  queue.on('error', onError);
  const close = async () => {
    await queue.close();
    await backend.end();
  };
  await becomeReady(queue).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    add: async (jobs) => {
      await queue.addBulk(jobs.map(({ id, name, data, ...retry }) => ({ name, data, opts: optionsOf(id, retry) })));
    },
    size: () => queue.getJobCountByTypes('waiting', 'active', 'delayed'),
    work: (processor, options) => openWorker(backend, processor, options),
    close,
  };
}

function optionsOf(jobId: string, { attempts, backoffMs }: RetryPolicy): QueueJobOptions {
  return { jobId, attempts, backoff: { type: 'exponential', delay: backoffMs } };
}

function openWorker<Kind extends IQueueBackend, Connection>(
  { consumer, factory }: Backend<Kind, Connection>,
  processor: Processor<QueuedJob, void>,
  { concurrency, lockMs, stalledMs, onError, onGivenUp }: WorkOptions,
): QueueWorker {
  const worker = new Worker<QueuedJob, void, string, Kind, number, Connection>(
    QUEUE_NAME,
    processor,
    {
      connection: consumer,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledMs,
      maxStalledCount: MAX_STALLED_COUNT,
      removeOnComplete: KEPT_JOBS,
      removeOnFail: KEPT_JOBS,
    },
    factory,
  );
  worker.on('error', onError);
  worker.on('failed', (job) => {
    if (job?.deferredFailure) onGivenUp(job);
  });
  return worker;
}

async function becomeReady(queue: { waitUntilReady(): Promise<unknown> }): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READY_WITHIN_MS / 1_000} s`)), READY_WITHIN_MS);
  });
  try {
    await Promise.race([queue.waitUntilReady(), tooLate]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new QueueUnavailableError(
      `The job queue cannot be used (${reason}): is REDIS_URL right, or, without it, has "shucu migrate" run?`,
      { cause: error },
    );
  } finally {
    clearTimeout(timer);
  }
}
