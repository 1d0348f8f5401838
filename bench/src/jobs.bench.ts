import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { APPLICATION_ROLE, dataSourceOptions, migrate, openDataSource, startEmbeddedPostgres } from '@shucu/database';
import { defineJob, hasRedisServer, JobsModule, migrateQueue, OnJob, OutboxService, startTestRedis } from '@shucu/jobs';
import { newId } from '@shucu/kernel';
import { TenancyModule, TenancyService, Tenant } from '@shucu/tenancy';
import { createPostgresBackend, createRedisBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { z } from 'zod';

/** Jobs a second, through the library and by BullMQ alone on the same backend. */
export interface JobsFigures {
  readonly backend: 'redis' | 'postgres';
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
}

/** Both sides add this many jobs at a time: the library in one tenant transaction, BullMQ alone by one `addBulk`. */
const ADDED_TOGETHER = 100;
/** Where BullMQ alone is at its fastest. */
const CONCURRENCY = { redis: 200, postgres: 50 };
const POOL_SIZE = 4;
const TENANT = newId();

const noop = defineJob('bench.noop', z.object({ itemId: z.uuid() }));

@Injectable()
class NoopJobs {
  static left = 0;
  static done: () => void = () => undefined;

  @OnJob(noop)
  async run(): Promise<void> {
    NoopJobs.left -= 1;
    if (NoopJobs.left === 0) NoopJobs.done();
  }
}

/** (d) of the bench: no-op jobs from the request to the finished job. */
export async function benchJobs(counts = { redis: 30_000, postgres: 5_000 }): Promise<JobsFigures[]> {
  const directory = await mkdtemp(join(tmpdir(), 'shucu-bench-jobs-'));
  await chmod(directory, 0o755);
  const server = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres'), password: 'bench' });
  try {
    const urls = await prepare(server.url);
    const figures = [await compare('postgres', counts.postgres, urls)];
    if (hasRedisServer()) {
      const redis = await startTestRedis();
      figures.push(await compare('redis', counts.redis, { ...urls, redis: redis.url }).finally(() => redis.stop()));
    }
    return figures;
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

interface Urls {
  readonly application: string;
  readonly redis?: string;
}

async function prepare(owner: string): Promise<Urls> {
  const url = new URL(owner);
  url.username = 'bench_application';
  await migrate(owner, url.href);
  await migrateQueue(owner, APPLICATION_ROLE);
  const source = await openDataSource({ url: owner, name: 'bench', poolSize: 1 });
  await source.query(
    `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, 'bench', 'b', 'b', 'b')`,
    [TENANT],
  );
  await source.destroy();
  return { application: url.href };
}

async function compare(backend: JobsFigures['backend'], count: number, urls: Urls): Promise<JobsFigures> {
  const floor = await throughBullMq(count, urls);
  const ours = await throughLibrary(count, urls);
  return { backend, ours: Math.round(ours), floor: Math.round(floor), ratio: Number((ours / floor).toFixed(2)) };
}

async function throughLibrary(count: number, urls: Urls): Promise<number> {
  @Module({
    imports: [
      TypeOrmModule.forRoot(
        dataSourceOptions({ url: urls.application, name: 'bench', poolSize: POOL_SIZE, entities: [Tenant] }),
      ),
      TenancyModule,
      JobsModule.forWorker({
        jobs: [noop],
        useFactory: () => ({
          databaseUrl: urls.application,
          redisUrl: urls.redis,
          concurrency: CONCURRENCY[urls.redis ? 'redis' : 'postgres'],
          queuePoolSize: POOL_SIZE,
        }),
      }),
    ],
    providers: [NoopJobs],
  })
  class BenchModule {}

  const app = await NestFactory.createApplicationContext(BenchModule, { logger: ['error'] });
  const outbox = app.get(OutboxService);
  const tenancy = app.get(TenancyService);
  const seconds = await timed(count, (batch) =>
    tenancy.transaction(TENANT, () =>
      outbox.enqueueAll(
        noop,
        batch.map(() => ({ itemId: newId() })),
      ),
    ),
  );
  await app.close();
  return count / seconds;
}

async function throughBullMq(count: number, urls: Urls): Promise<number> {
  const side = urls.redis ? redisSide(urls.redis) : postgresSide(urls.application);
  await once(side.worker, 'ready');
  const seconds = await timed(count, (batch) =>
    side.queue.addBulk(
      batch.map(() => ({
        name: noop.name,
        data: { tenantId: TENANT },
        opts: { jobId: newId(), attempts: noop.attempts, backoff: { type: 'exponential', delay: noop.backoffMs } },
      })),
    ),
  );
  await side.worker.close();
  await side.queue.close();
  await side.end();
  return count / seconds;
}

const bare = () => new NoopJobs().run();
const removeOnComplete = { count: 0 };

function redisSide(url: string) {
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: new Queue('bare', { connection }, createRedisBackend),
    worker: new Worker(
      'bare',
      bare,
      { connection, concurrency: CONCURRENCY.redis, removeOnComplete },
      createRedisBackend,
    ),
    end: async () => undefined,
  };
}

function postgresSide(url: string) {
  const connection = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    keepAlive: true,
    options: '-c search_path=bullmq',
  });
  return {
    queue: new Queue('shucu', { connection }, createPostgresBackend),
    worker: new Worker(
      'shucu',
      bare,
      { connection, concurrency: CONCURRENCY.postgres, removeOnComplete },
      createPostgresBackend,
    ),
    end: () => connection.end(),
  };
}

/** Seconds from the first request until the last job has run. */
async function timed(count: number, add: (batch: number[]) => Promise<unknown>): Promise<number> {
  const finished = new Promise<void>((resolve) => {
    NoopJobs.left = count;
    NoopJobs.done = resolve;
  });
  const start = performance.now();
  for (let added = 0; added < count; added += ADDED_TOGETHER) {
    await add(Array.from({ length: Math.min(ADDED_TOGETHER, count - added) }, (_, i) => added + i));
  }
  await finished;
  return (performance.now() - start) / 1_000;
}
