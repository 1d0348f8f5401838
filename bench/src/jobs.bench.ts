import { once } from 'node:events';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions, openDataSource } from '@shucu/database';
import { defineJob, hasRedisServer, JobsModule, OnJob, OutboxService, startTestRedis } from '@shucu/jobs';
import { newId } from '@shucu/kernel';
import { TenancyModule, TenancyService, Tenant } from '@shucu/tenancy';
import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { z } from 'zod';
import { startBenchDatabase } from './database/bench-database.js';
import { median } from './statistics.js';

/** No-op jobs a second, through the library and by BullMQ alone on the same backend. */
export interface JobsFigures {
  readonly backend: Backend;
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
}

type Backend = 'postgres' | 'redis';

interface Urls {
  readonly application: string;
  readonly redis?: string;
}

const ROUNDS = 3;
const JOBS = { postgres: 3_000, redis: 20_000 };
/** Where BullMQ alone is at its fastest. */
const CONCURRENCY = { postgres: 50, redis: 200 };
/** Both sides ask for this many jobs at a time: the library in one tenant transaction, BullMQ alone by one `addBulk`. */
const ASKED_TOGETHER = 100;
/** Connections of the queue to PostgreSQL, on both sides. */
const QUEUE_POOL_SIZE = 4;
const TENANT = newId();

const noop = defineJob('bench.noop', z.object({ itemId: z.uuid() }));

/** Counts what is done, on both sides. */
@Injectable()
class NoopJobs {
  static left = 0;
  static onDone: () => void = () => undefined;

  @OnJob(noop)
  async run(): Promise<void> {
    NoopJobs.left -= 1;
    if (NoopJobs.left === 0) NoopJobs.onDone();
  }
}

/** (d) of the bench: outbox row, relay, handler and done mark beside adding and processing alone; in turns, in one process. */
export async function benchJobs(): Promise<JobsFigures[]> {
  const database = await startBenchDatabase();
  try {
    const owner = await openDataSource({ url: database.ownerUrl, name: 'bench', poolSize: 1 });
    await owner.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'bench', 'b', 'b', 'b')`,
      [TENANT],
    );
    await owner.destroy();
    const urls = { application: database.applicationUrl };
    const figures = [await compare('postgres', urls)];
    if (hasRedisServer()) {
      const redis = await startTestRedis();
      figures.push(await compare('redis', { ...urls, redis: redis.url }).finally(() => redis.stop()));
    }
    return figures;
  } finally {
    await database.stop();
  }
}

async function compare(backend: Backend, urls: Urls): Promise<JobsFigures> {
  const rates = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.floor.push(await throughBullMq(backend, urls));
    rates.ours.push(await throughLibrary(backend, urls));
  }
  const [ours, floor] = [median(rates.ours), median(rates.floor)];
  return { backend, ours: Math.round(ours), floor: Math.round(floor), ratio: Number((ours / floor).toFixed(2)) };
}

async function throughLibrary(backend: Backend, urls: Urls): Promise<number> {
  const source = dataSourceOptions({ url: urls.application, name: 'bench', poolSize: 4, entities: [Tenant] });
  const options = {
    databaseUrl: urls.application,
    redisUrl: urls.redis,
    concurrency: CONCURRENCY[backend],
    queuePoolSize: QUEUE_POOL_SIZE,
  };
  @Module({
    imports: [
      TypeOrmModule.forRoot(source),
      TenancyModule,
      JobsModule.forWorker({ jobs: [noop], useFactory: () => options }),
    ],
    providers: [NoopJobs],
  })
  class BenchWorker {}
  const app = await NestFactory.createApplicationContext(BenchWorker, { logger: ['error'] });
  const outbox = app.get(OutboxService);
  const tenancy = app.get(TenancyService);
  const rate = await measure(JOBS[backend], (items) =>
    tenancy.transaction(TENANT, () =>
      outbox.enqueueAll(
        noop,
        items.map((itemId) => ({ itemId })),
      ),
    ),
  );
  await app.close();
  return rate;
}

async function throughBullMq(backend: Backend, urls: Urls): Promise<number> {
  const side = urls.redis ? redisSide(urls.redis) : postgresSide(urls.application);
  await once(side.worker, 'ready');
  const retries = { attempts: noop.attempts, backoff: { type: 'exponential', delay: noop.backoffMs } };
  const rate = await measure(JOBS[backend], (items) =>
    side.queue.addBulk(
      items.map((itemId) => ({ name: noop.name, data: { itemId }, opts: { jobId: itemId, ...retries } })),
    ),
  );
  await side.worker.close();
  await side.queue.close();
  await side.end();
  return rate;
}

const bare = () => new NoopJobs().run();
const removeOnComplete = { count: 0 };

function redisSide(url: string) {
  const connection = { url, maxRetriesPerRequest: null };
  const options = { connection, concurrency: CONCURRENCY.redis, removeOnComplete };
  return {
    queue: new Queue('bare', { connection }, createRedisBackend),
    worker: new Worker('bare', bare, options, createRedisBackend),
    end: async () => undefined,
  };
}

/** By the library's queue, the only one for which `migrateQueue` prepares everything. */
function postgresSide(connectionString: string) {
  const search = '-c search_path=bullmq';
  const connection = new pg.Pool({ connectionString, max: QUEUE_POOL_SIZE, keepAlive: true, options: search });
  const options = { connection, concurrency: CONCURRENCY.postgres, removeOnComplete };
  return {
    queue: new Queue('shucu', { connection }, createPostgresBackend),
    worker: new Worker('shucu', bare, options, createPostgresBackend),
    end: () => connection.end(),
  };
}

/** Jobs a second from the first request until the last job has run. */
async function measure(count: number, ask: (items: string[]) => Promise<unknown>): Promise<number> {
  const done = new Promise<void>((resolve) => {
    NoopJobs.left = count;
    NoopJobs.onDone = resolve;
  });
  const start = performance.now();
  for (let asked = 0; asked < count; asked += ASKED_TOGETHER) {
    await ask(Array.from({ length: Math.min(ASKED_TOGETHER, count - asked) }, newId));
  }
  await done;
  return (count / (performance.now() - start)) * 1_000;
}
