import { setTimeout } from 'node:timers/promises';
import { APPLICATION_ROLE, openDataSource, startTestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { DataSource } from 'typeorm';
import { migrateQueue } from '../migrate-queue.js';
import { hasRedisServer, startTestRedis, type TestRedis } from './redis-server.js';

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

  private constructor(
    readonly databaseUrl: string,
    /** Sees behind row level security. */
    readonly superuser: DataSource,
    private readonly redis: TestRedis | undefined,
    private readonly stopDatabase: () => Promise<void>,
  ) {}

  static async open(backend: 'postgres' | 'redis'): Promise<JobsBed> {
    const database = await startTestDatabase();
    await migrateQueue(database.ownerUrl, APPLICATION_ROLE);
    const superuser = await openDataSource({ url: database.superuserUrl, name: 'jobs-bed', poolSize: 2 });
    const redis = backend === 'redis' ? await startTestRedis() : undefined;
    const bed = new JobsBed(database.applicationUrl, superuser, redis, database.stop);
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

  /** Takes every job out of the queue, as a lost Redis or a truncated table would. */
  async emptyQueue(): Promise<void> {
    if (this.redis) await this.redis.flush();
    else await this.superuser.query('DELETE FROM bullmq.job');
  }

  async close(): Promise<void> {
    await this.superuser.destroy();
    await this.stopDatabase();
    await this.redis?.stop();
  }
}

/** Returns when the condition holds; throws after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`In vain: ${condition}`);
    await setTimeout(20);
  }
}
