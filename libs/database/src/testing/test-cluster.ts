import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSource } from '../data-source.js';
import { type EmbeddedPostgresServer, startEmbeddedPostgres } from '../embedded-postgres.js';
import { migrate } from '../migrate.js';

const APPLICATION_USER = 'shucu_app_test';
const TEMPLATE = 'shucu_template';

export interface TestCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL for one run of the tests, with a migrated template database that each suite copies. */
export async function startTestCluster(): Promise<TestCluster> {
  const directory = await mkdtemp(join(tmpdir(), 'shucu-test-'));
  await chmod(directory, 0o755);
  const server: EmbeddedPostgresServer = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'postgres'),
    password: 'test',
    flags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=200',
    ],
  });
  const superuser = await openDataSource({ url: server.url, name: 'shucu-test-cluster', poolSize: 1 });
  await superuser.query(`CREATE ROLE shucu_owner LOGIN CREATEROLE CREATEDB PASSWORD 'test'`);
  await superuser.query(`CREATE DATABASE ${TEMPLATE} OWNER shucu_owner`);
  await superuser.destroy();
  await migrate(urlOf(server.url, 'shucu_owner', TEMPLATE), urlOf(server.url, APPLICATION_USER, TEMPLATE));
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

export interface TestDatabase {
  /** Owner of the schema; may create tenants, drop policies and the like. Row level security binds it too. */
  readonly ownerUrl: string;
  /** The application's role. */
  readonly applicationUrl: string;
  /** Superuser of the cluster, to look behind row level security. */
  readonly superuserUrl: string;
  stop(): Promise<void>;
}

/** A fresh, migrated database in the cluster of this run (`SHUCU_TEST_CLUSTER`, set by jest's global set-up). */
export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster = process.env['SHUCU_TEST_CLUSTER'];
  if (!cluster) throw new Error('SHUCU_TEST_CLUSTER is not set: run the tests through jest.config.mjs');
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.trunc(Math.random() * 1e6)}`;
  await asSuperuser(cluster, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER shucu_owner`);
  return {
    ownerUrl: urlOf(cluster, 'shucu_owner', name),
    applicationUrl: urlOf(cluster, APPLICATION_USER, name),
    superuserUrl: urlOf(cluster, 'postgres', name),
    stop: () => asSuperuser(cluster, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const superuser = await openDataSource({ url, name: 'shucu-test', poolSize: 1 });
  try {
    await superuser.query(sql);
  } finally {
    await superuser.destroy();
  }
}

function urlOf(cluster: string, user: string, database: string): string {
  const url = new URL(cluster);
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
}
