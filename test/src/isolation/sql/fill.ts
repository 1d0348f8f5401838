import { newId } from '@shucu/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import { ofTenant, type Table } from './catalogue.js';
import { makeRow, type Row, refusalOf } from './row-maker.js';

/** What the probes of one tenant table work with. */
export interface Specimen {
  /** A row of ours that is there; theirs is there as well. */
  readonly existing: Row;
  /** A row of ours that is not there yet, or the existing one where there can be no second. */
  readonly fresh: Row;
}

export interface Filled {
  readonly ours: string;
  readonly theirs: string;
  readonly specimens: ReadonlyMap<string, Specimen>;
  /** Tables for which no row could be made, with the reason. */
  readonly faults: readonly string[];
}

/** Makes two tenants, and of each at least one row in every tenant table. Runs as a superuser, past every policy. */
export async function fillTables(superuser: DataSource, tables: readonly Table[]): Promise<Filled> {
  const runner = superuser.createQueryRunner();
  try {
    const tenant = tables.find(({ name }) => name === 'tenant');
    if (!tenant) throw new Error('There is no table of tenants');
    const [ours, theirs] = [await makeTenant(runner, tenant), await makeTenant(runner, tenant)];
    const owned = await inOrder(runner, tables.filter(ofTenant));
    const faults = [
      ...(await fillFor(runner, owned, theirs)).map((fault) => `theirs: ${fault}`),
      ...(await fillFor(runner, owned, ours)).map((fault) => `ours: ${fault}`),
    ];
    const specimens = new Map<string, Specimen>();
    for (const table of owned) {
      const specimen = await specimenOf(runner, table, ours);
      if (specimen) specimens.set(table.name, specimen);
    }
    return { ours, theirs, specimens, faults };
  } finally {
    await runner.release();
  }
}

async function makeTenant(runner: QueryRunner, tenant: Table): Promise<string> {
  const { id } = await inTransaction(runner, null, 'COMMIT', () => makeRow(runner, tenant, null, newId()));
  return id as string;
}

/** Those last that the application may not write: triggers may have made their rows by then. */
async function inOrder(runner: QueryRunner, tables: readonly Table[]): Promise<Table[]> {
  const writable = (await runner.query(
    `SELECT c.oid::regclass::text AS name FROM pg_class c
     WHERE c.relkind IN ('r', 'p') AND has_table_privilege('shucu_application', c.oid, 'INSERT')`,
  )) as { name: string }[];
  const names = new Set(writable.map(({ name }) => name));
  return [...tables.filter(({ name }) => names.has(name)), ...tables.filter(({ name }) => !names.has(name))];
}

/** Parents before children: what fails for want of a parent is tried again as long as there is any progress. */
async function fillFor(runner: QueryRunner, tables: readonly Table[], tenantId: string): Promise<string[]> {
  let open: { table: Table; reason: string }[] = tables.map((table) => ({ table, reason: '' }));
  for (let before = 0; before !== open.length; ) {
    before = open.length;
    const failed: typeof open = [];
    for (const { table } of open) {
      const reason = await fill(runner, table, tenantId);
      if (reason) failed.push({ table, reason });
    }
    open = failed;
  }
  return open.map(({ table, reason }) => `${table.name}: ${reason}`);
}

async function fill(runner: QueryRunner, table: Table, tenantId: string): Promise<string | null> {
  const make = (prepare: string): Promise<unknown> =>
    inTransaction(runner, tenantId, 'COMMIT', async () => {
      await runner.query(prepare);
      if (!(await existingRow(runner, table, tenantId))) await makeRow(runner, table, tenantId, tenantId);
    });
  try {
    await make('SELECT 1');
    // A trigger may do away with the row at commit, as that of the notes for the audit log does: without triggers it stays.
    if (!(await existingRow(runner, table, tenantId))) await make('SET LOCAL session_replication_role = replica');
    return null;
  } catch (error) {
    return refusalOf(error).message;
  }
}

async function existingRow(runner: QueryRunner, { name }: Table, tenantId: string): Promise<Row | undefined> {
  const [found] = (await runner.query(`SELECT to_jsonb(t.*) AS row FROM ${name} t WHERE tenant_id = $1 LIMIT 1`, [
    tenantId,
  ])) as { row: Row }[];
  return found?.row;
}

async function specimenOf(runner: QueryRunner, table: Table, tenantId: string): Promise<Specimen | undefined> {
  const existing = await existingRow(runner, table, tenantId);
  if (!existing) return undefined;
  const fresh = await inTransaction(runner, tenantId, 'ROLLBACK', () =>
    makeRow(runner, table, tenantId, 'fresh'),
  ).catch(() => existing);
  return { existing, fresh };
}

async function inTransaction<T>(
  runner: QueryRunner,
  tenantId: string | null,
  end: 'COMMIT' | 'ROLLBACK',
  work: () => Promise<T>,
): Promise<T> {
  await runner.query('BEGIN');
  try {
    await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId ?? '']);
    const result = await work();
    await runner.query(end);
    return result;
  } catch (error) {
    await runner.query('ROLLBACK');
    throw error;
  }
}
