import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPLICATION_ROLE, migrate, openDataSource, startEmbeddedPostgres } from '@shucu/database';
import { migrateQueue } from '@shucu/jobs';
import type { Closing } from '../processes/closing.js';

/** A PostgreSQL as `npm start` runs it, durable settings included, for one bench. */
export interface BenchDatabase {
  readonly directory: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
}

/** Starts and migrates it in a directory of its own; both end with the closing. */
export async function startBenchDatabase(closing: Closing): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'shucu-bench-'));
  closing.add({ stop: () => rm(directory, { recursive: true, force: true }) });
  await chmod(directory, 0o755);
  const dataDirectory = join(directory, 'postgres');
  const server = closing.add(await startEmbeddedPostgres({ dataDirectory, password: 'bench' }));
  const superuser = await openDataSource({ url: server.url, name: 'bench', poolSize: 1 });
  await superuser.query(`CREATE ROLE shucu_owner LOGIN CREATEROLE PASSWORD 'bench'`);
  await superuser.query('CREATE DATABASE shucu OWNER shucu_owner');
  await superuser.destroy();
  const urlOf = (user: string): string =>
    server.url.replace('//postgres:', `//${user}:`).replace(/\/postgres$/, '/shucu');
  const [ownerUrl, applicationUrl] = [urlOf('shucu_owner'), urlOf('shucu_bench')];
  await migrate(ownerUrl, applicationUrl);
  await migrateQueue(ownerUrl, APPLICATION_ROLE);
  return { directory, ownerUrl, applicationUrl };
}
