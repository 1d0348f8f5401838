import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createApi } from '@shucu/api';
import { APPLICATION_ROLE, makeStatutoryClockSettable, openDataSource, startTestDatabase } from '@shucu/database';
import { newSecretKey } from '@shucu/identity';
import { migrateQueue } from '@shucu/jobs';
import { type Environment, readEnvironment } from '@shucu/kernel';
import { startWorker } from '@shucu/worker';
import type { DataSource } from 'typeorm';

export interface PlatformSettings {
  /** Module URLs of category plugins; the installed ones by default. */
  readonly plugins?: readonly string[];
  readonly redisUrl?: string | undefined;
  /** Further variables of the environment. */
  readonly variables?: NodeJS.ProcessEnv;
}

/** Lost and killed jobs are taken up again soon, as a test cannot wait. */
export const QUICK = { pollMs: 500, reconcileMs: 1_000, staleAfterMs: 2_000, lockMs: 1_500, stalledMs: 500 };

/** The real api, and on demand the real worker, over a database of their own. */
export interface TestPlatform {
  readonly environment: Environment;
  /** Owner of the schema. */
  readonly owner: DataSource;
  /** For supertest. */
  readonly server: Server;
  startWorker(): Promise<{ close(): Promise<void> }>;
  stop(): Promise<void>;
}

export async function startPlatform({ plugins, redisUrl, variables }: PlatformSettings = {}): Promise<TestPlatform> {
  process.env['NODE_ENV'] = 'test';
  const database = await startTestDatabase();
  const files = await mkdtemp(join(tmpdir(), 'shucu-files-'));
  await migrateQueue(database.ownerUrl, APPLICATION_ROLE);
  const environment = readEnvironment({
    NODE_ENV: 'test',
    DATABASE_URL: database.applicationUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    FILES_DIR: files,
    SHUCU_SECRET_KEY: newSecretKey(),
    LOG_LEVEL: 'fatal',
    // A suite calls more often than people do.
    RATE_LIMIT_PER_MINUTE: '0',
    DEADLINE_SECONDS: '1',
    ...variables,
    ...(redisUrl && { REDIS_URL: redisUrl }),
  });
  const owner = await openDataSource({ url: database.ownerUrl, name: 'test-owner', poolSize: 2 });
  await makeStatutoryClockSettable(owner);
  const api = await createApi(environment, plugins);
  await api.init();
  await api.getHttpAdapter().getInstance().ready();
  return {
    environment,
    owner,
    server: api.getHttpServer() as Server,
    startWorker: () => startWorker(environment, { ...(plugins && { plugins }), timing: QUICK }),
    stop: async () => {
      await api.close();
      await owner.destroy();
      await database.stop();
      await rm(files, { recursive: true, force: true });
    },
  };
}

/** Waits until the condition holds; a test that waits in vain fails with what it waited for. */
export async function until(
  what: string,
  holds: () => Promise<boolean>,
  patienceMs = 60_000,
  everyMs = 50,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await pause(everyMs);
  }
}
