import { openDataSource, type TestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { readTables } from '../sql/catalogue.js';
import { fillTables } from '../sql/fill.js';

/** Names these connections in `pg_stat_activity`. */
const NAME = 'connection-reuse';

/** Tenants with a row each, and the application on a pool of two connections. */
export interface Stage {
  readonly application: DataSource;
  readonly superuser: DataSource;
  readonly tenants: readonly string[];
  /** What went on after its transaction was over, each with what was wrong about it. */
  readonly strays: Promise<string | null>[];
  close(): Promise<void>;
}

export async function openStage(database: TestDatabase): Promise<Stage> {
  const superuser = await openDataSource({ url: database.superuserUrl, name: 'stage', poolSize: 2 });
  const [{ name }] = await superuser.query<[{ name: string }]>('SELECT current_database() AS name');
  await superuser.query(`ALTER DATABASE ${name} SET deadlock_timeout = '20ms'`);
  const tables = (await readTables(superuser)).filter((table) => ['tenant', 'region'].includes(table.name));
  const [first, second] = [await fillTables(superuser, tables), await fillTables(superuser, tables)];
  const application = await openDataSource({ url: database.applicationUrl, name: NAME, poolSize: 2 });
  return {
    application,
    superuser,
    tenants: [first.ours, first.theirs, second.ours],
    strays: [],
    close: async () => {
      await application.destroy();
      await superuser.destroy();
    },
  };
}

export async function insertRegion(manager: EntityManager, tenantId: string, name: string): Promise<void> {
  await manager.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $2, $3, $3)', [
    tenantId,
    newId(),
    name,
  ]);
}

interface Residue {
  readonly tenant: string;
  readonly settings: string;
  readonly rows: number;
  readonly transaction: boolean;
  readonly kept: number;
  readonly timeout: string;
  readonly role: boolean;
}

const RESIDUE = `
  SELECT coalesce(current_setting('app.tenant_id', true), '') AS tenant,
    coalesce(current_setting('app.audit_actor', true), '') || coalesce(current_setting('app.audit_request', true), '') AS settings,
    (SELECT count(*)::int FROM region) AS rows,
    now() <> statement_timestamp() OR pg_current_xact_id_if_assigned() IS NOT NULL AS transaction,
    (SELECT count(*) FROM pg_cursors WHERE is_holdable) + (SELECT count(*) FROM pg_prepared_statements)
      + (SELECT count(*) FROM pg_class WHERE relpersistence = 't' AND pg_table_is_visible(oid))
      + (SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory') AS kept,
    current_setting('statement_timeout') AS timeout, current_user <> session_user AS role`;

const CLEAN: Residue = { tenant: '', settings: '', rows: 0, transaction: false, kept: 0, timeout: '0', role: false };

/** What a plain query on the pool finds of whoever had the connection before; nothing where it is clean. */
export async function residueOn(source: Pick<DataSource, 'query'>): Promise<string | null> {
  const [found] = (await source.query(RESIDUE)) as [Residue];
  const residue = { ...found, kept: Number(found.kept) };
  return JSON.stringify(residue) === JSON.stringify(CLEAN) ? null : JSON.stringify(residue);
}

/** Takes all connections of the pool at once and looks at each. */
export async function residuesOf(application: DataSource): Promise<string[]> {
  const runners = [application.createQueryRunner(), application.createQueryRunner()];
  try {
    await Promise.all(runners.map((runner) => runner.connect()));
    const found = await Promise.all(runners.map((runner) => residueOn(runner)));
    return found.filter((residue) => residue !== null);
  } finally {
    for (const runner of runners) await runner.release();
  }
}

/** Connections that sit in a transaction nobody works in, by the server's own view. */
export async function idleInTransaction({ superuser }: Pick<Stage, 'superuser'>, name = NAME): Promise<number> {
  const [{ count }] = await superuser.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = $1 AND state LIKE 'idle in transaction%'`,
    [name],
  );
  return count;
}
