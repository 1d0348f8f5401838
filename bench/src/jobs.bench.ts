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
import { Closing } from './processes/closing.js';
import { median } from './statistics.js';

/** No-op jobs a second, through the library and by BullMQ alone on the same backend. */
export interface JobsFigures {
  readonly backend: Backend;
  readonly ours: number;
  readonly floor: number;
}

type Backend = 'postgres' | 'redis';

/** Where one backend is, and what ends with the bench. */
interface Bed {
  readonly application: string;
  readonly redis?: string;
  readonly closing: Closing;
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
export async function benchJobs(closing: Closing): Promise<JobsFigures[]> {
  const database = await startBenchDatabase(closing);
  const owner = await openDataSource({ url: database.ownerUrl, name: 'bench', poolSize: 1 });
  await owner.query(
    `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'bench', 'b', 'b', 'b')`,
    [TENANT],
  );
  await owner.destroy();
  const bed = { application: database.applicationUrl, closing };
  const figures = [await compare('postgres', bed)];
  if (hasRedisServer()) {
    const redis = closing.add(await startTestRedis());
    figures.push(await compare('redis', { ...bed, redis: redis.url }));
  }
  return figures;
}

async function compare(backend: Backend, bed: Bed): Promise<JobsFigures> {
  const rates = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.floor.push(await throughBullMq(backend, bed));
    rates.ours.push(await throughLibrary(backend, bed));
  }
  return { backend, ours: median(rates.ours), floor: median(rates.floor) };
}

async function throughLibrary(backend: Backend, { application, redis, closing }: Bed): Promise<number> {
  const source = dataSourceOptions({ url: application, name: 'bench', poolSize: 4, entities: [Tenant] });
  const options = {
    databaseUrl: application,
    redisUrl: redis,
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
  const own = closing.add(new Closing());
  own.add({ stop: () => app.close() });
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
  await own.stop();
  return rate;
}

async function throughBullMq(backend: Backend, { application, redis, closing }: Bed): Promise<number> {
  const side = redis ? redisSide(redis) : postgresSide(application);
  const own = closing.add(new Closing());
  own.add({ stop: side.end });
  own.add({ stop: () => side.queue.close() });
  own.add({ stop: () => side.worker.close() });
  await once(side.worker, 'ready');
  const retries = { attempts: noop.attempts, backoff: { type: 'exponential', delay: noop.backoffMs } };
  const rate = await measure(JOBS[backend], (items) =>
    side.queue.addBulk(
      items.map((itemId) => ({ name: noop.name, data: { itemId }, opts: { jobId: itemId, ...retries } })),
    ),
  );
  await own.stop();
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
