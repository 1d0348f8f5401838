import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPLICATION_ROLE, migrate, openDataSource, startEmbeddedPostgres } from '@shucu/database';
import { migrateQueue } from '@shucu/jobs';

/** A PostgreSQL as `npm start` runs it, durable settings included, for one bench. */
export interface BenchDatabase {
  readonly directory: string;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  stop(): Promise<void>;
}

export async function startBenchDatabase(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'shucu-bench-'));
  await chmod(directory, 0o755);
  const server = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres'), password: 'bench' });
  const superuser = await openDataSource({ url: server.url, name: 'bench', poolSize: 1 });
  await superuser.query(`CREATE ROLE shucu_owner LOGIN CREATEROLE PASSWORD 'bench'`);
  await superuser.query('CREATE DATABASE shucu OWNER shucu_owner');
  await superuser.destroy();
  const urlOf = (user: string): string =>
    server.url.replace('//postgres:', `//${user}:`).replace(/\/postgres$/, '/shucu');
  const [ownerUrl, applicationUrl] = [urlOf('shucu_owner'), urlOf('shucu_bench')];
  await migrate(ownerUrl, applicationUrl);
  await migrateQueue(ownerUrl, APPLICATION_ROLE);
  return {
    directory,
    ownerUrl,
    applicationUrl,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
