import { setTimeout } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { APPLICATION_ROLE, openDataSource, startTestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { JobContext } from '../job-context.js';
import type { JobsOptions } from '../jobs.options.js';
import { migrateQueue } from '../migrate-queue.js';
import { OutboxService } from '../outbox.service.js';
import { ProbeJobs, probe } from './probe.jobs.js';
import { hasRedisServer, startTestRedis, type TestRedis } from './redis-server.js';
import { startWorkerApp } from './worker-app.js';

/** The backends of the queue; without a `redis-server` on this machine its suites are skipped, and counted as such. */
export const BACKENDS = [
  { backend: 'postgres', suite: describe },
  { backend: 'redis', suite: hasRedisServer() ? describe : describe.skip },
] as const;

export interface OutboxState {
  readonly id: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly state: 'open' | 'done' | 'failed';
}

/** A database with one tenant and a queue on the given backend. */
export class JobsBed {
  readonly tenantId = newId();
  private readonly workers: INestApplicationContext[] = [];

  private constructor(
    readonly databaseUrl: string,
    /** Sees behind row level security. */
    readonly superuser: DataSource,
    private readonly application: DataSource,
    private readonly redis: TestRedis | undefined,
    private readonly stopDatabase: () => Promise<void>,
  ) {}

  static async open(backend: 'postgres' | 'redis'): Promise<JobsBed> {
    const database = await startTestDatabase();
    await migrateQueue(database.ownerUrl, APPLICATION_ROLE);
    const superuser = await openDataSource({ url: database.superuserUrl, name: 'jobs-bed', poolSize: 2 });
    const redis = backend === 'redis' ? await startTestRedis() : undefined;
    const application = await openDataSource({ url: database.applicationUrl, name: 'jobs-bed', poolSize: 2 });
    const bed = new JobsBed(database.applicationUrl, superuser, application, redis, database.stop);
    await superuser.query('CREATE TABLE effect (item uuid NOT NULL)');
    await superuser.query('GRANT INSERT ON effect TO PUBLIC');
    await bed.addTenant(bed.tenantId, 'ours');
    return bed;
  }

  addTenant(id: string, code: string): Promise<unknown> {
    return this.superuser.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)`,
      [id, code],
    );
  }

  get redisUrl(): string | undefined {
    return this.redis?.url;
  }

  outbox(): Promise<OutboxState[]> {
    return this.superuser.query(
      `SELECT id, attempts, last_error AS error,
         CASE WHEN done_at IS NOT NULL THEN 'done' WHEN failed_at IS NOT NULL THEN 'failed' ELSE 'open' END AS state
       FROM outbox ORDER BY id`,
    );
  }

  async isSettled(): Promise<boolean> {
    return (await this.outbox()).every(({ state }) => state !== 'open');
  }

  /** A worker that does probes; it is stopped by {@link reset} at the latest. */
  async startWorker(options: Partial<JobsOptions> = {}): Promise<INestApplicationContext> {
    const { databaseUrl, redisUrl } = this;
    const worker = await startWorkerApp({ databaseUrl, redisUrl, jobs: [probe], handlers: [ProbeJobs], ...options });
    this.workers.push(worker);
    return worker;
  }

  /** Asks for probes in one transaction. Gives their items in order of id. */
  async enqueue(count = 1, tenantId = this.tenantId): Promise<string[]> {
    const items = Array.from({ length: count }, () => newId());
    const payloads = items.map((itemId) => ({ itemId }));
    await tenantTransaction(this.application, tenantId, () => new OutboxService().enqueueAll(probe, payloads));
    return items;
  }

  /** Leaves a mark of the item by the job's own transaction. */
  async leaveEffect(item: string, { transaction }: JobContext): Promise<void> {
    await transaction((manager) => manager.query('INSERT INTO effect VALUES ($1)', [item]));
  }

  /** Items whose mark was left, as often as it was. */
  async effects(): Promise<string[]> {
    const rows = await this.superuser.query<{ item: string }[]>('SELECT item FROM effect ORDER BY item');
    return rows.map(({ item }) => item);
  }

  /** Returns when the running jobs have ended. */
  async stopWorkers(): Promise<void> {
    for (const worker of this.workers.splice(0)) await worker.close();
  }

  /** Stops the workers and forgets all jobs. */
  async reset(): Promise<void> {
    await this.stopWorkers();
    await this.superuser.query('TRUNCATE outbox, effect');
    await this.emptyQueue();
  }

  /** Takes every job out of the queue, as a lost Redis or a truncated table would. */
  async emptyQueue(): Promise<void> {
    if (this.redis) await this.redis.flush();
    else await this.superuser.query('DELETE FROM bullmq.job');
  }

  async close(): Promise<void> {
    await this.application.destroy();
    await this.superuser.destroy();
    await this.stopDatabase();
    await this.redis?.stop();
  }
}

/** Returns when the condition holds; throws after 20 seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`In vain: ${condition}`);
    await setTimeout(20);
  }
}
