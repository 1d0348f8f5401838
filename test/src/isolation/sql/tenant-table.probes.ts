import type { QueryRunner } from 'typeorm';
import { attempt, isProtected, type Outcome, type Statement, told } from './attempt.js';
import type { Table } from './catalogue.js';
import type { Filled, Specimen } from './fill.js';
import { insertion } from './row-maker.js';

/** Where the probes run: as which database role. The owner of the schema may everything that no policy forbids. */
export interface Prober {
  readonly role: 'application' | 'owner';
  readonly runner: QueryRunner;
}

export interface Probed {
  readonly probes: number;
  readonly faults: readonly string[];
  /** How often the rightful tenant got through, and how often something else than a policy stopped it. */
  readonly rightful: { readonly through: number; readonly stopped: number };
}

interface Rights {
  readonly select: boolean;
  readonly insert: boolean;
  readonly delete: boolean;
  readonly updatable: readonly string[];
}

interface Probe {
  readonly what: string;
  readonly tenantId: string | null;
  readonly statement: Statement;
  readonly expected: (outcome: Outcome) => boolean;
}

const RIGHTS = `
  SELECT has_table_privilege($1::regclass, 'SELECT') AS select, has_any_column_privilege($1::regclass, 'INSERT') AS insert,
    has_table_privilege($1::regclass, 'DELETE') AS delete,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
          AND attgenerated = '' AND has_column_privilege(attrelid, attnum, 'UPDATE')) AS updatable`;

/** Refusals of triggers and of foreign keys: whoever hears them has passed the policy. */
const PAST_THE_POLICY = ['23000', '23503', '23505', 'P0001'];

/** Tries the four commands, and the ways around them, on one table: with no tenant, another tenant and the rightful one. */
export async function probeTenantTable(
  { role, runner }: Prober,
  table: Table,
  specimen: Specimen,
  { ours, theirs }: Pick<Filled, 'ours' | 'theirs'>,
): Promise<Probed> {
  const [rights] = (await runner.query(RIGHTS, [table.name])) as [Rights];
  const foreign = [null, theirs].flatMap((tenantId) => foreignProbes(table, specimen, tenantId, rights));
  const around = aroundProbes(table, { ours, theirs }, rights, role);
  const rightful = rightfulProbes(table, specimen, ours, rights);
  const faults: string[] = [];
  const count = { through: 0, stopped: 0 };
  for (const { what, tenantId, statement, expected } of [...foreign, ...around, ...rightful]) {
    const outcome = await attempt(runner, tenantId, statement);
    const as = tenantId === null ? 'no tenant' : tenantId === ours ? 'the rightful tenant' : 'another tenant';
    if (!expected(outcome)) faults.push(`${table.name}: ${role} with ${as}: ${what}: ${told(outcome)}`);
    if (tenantId === ours) count[outcome.code === undefined ? 'through' : 'stopped'] += 1;
  }
  return { probes: foreign.length + around.length + rightful.length, faults, rightful: count };
}

const untouched = (outcome: Outcome): boolean => outcome.rows === 0 || isProtected(outcome);

/** Whatever is not of the tenant that is set must not be there, and cannot be put there. */
function foreignProbes(table: Table, { existing, fresh }: Specimen, tenantId: string | null, rights: Rights): Probe[] {
  const { name } = table;
  const column = rights.updatable[0] ?? 'tenant_id';
  // With no tenant there is no row at all, and a statement that names no column needs no right to read one.
  const foreign = tenantId === null ? '' : 'WHERE tenant_id <> $1';
  const touching = (what: string, sql: string): Probe => ({
    what,
    tenantId,
    statement: { sql, parameters: tenantId === null ? [] : [tenantId] },
    expected: untouched,
  });
  const inserting = (what: string, row: object, suffix = ''): Probe => ({
    what,
    tenantId,
    statement: insertOf(table, row, suffix),
    expected: isProtected,
  });
  return [
    touching('SELECT', `SELECT 1 FROM ${name} ${foreign} LIMIT 1`),
    touching('SELECT FOR UPDATE', `SELECT 1 FROM ${name} ${foreign} LIMIT 1 FOR UPDATE`),
    touching('UPDATE', `UPDATE ${name} SET "${column}" = DEFAULT ${foreign}`),
    touching('DELETE', `DELETE FROM ${name} ${foreign}`),
    inserting('INSERT', fresh),
    inserting('INSERT of a row that is there', existing, 'ON CONFLICT DO NOTHING'),
  ];
}

/** Ways around the policies: giving a row away, asking to pass them, and the one command that they do not cover. */
function aroundProbes(
  { name }: Table,
  { ours, theirs }: Pick<Filled, 'ours' | 'theirs'>,
  rights: Rights,
  role: Prober['role'],
): Probe[] {
  const of = (what: string, statement: Statement): Probe => ({
    what,
    tenantId: theirs,
    statement,
    expected: isProtected,
  });
  const given = { sql: `UPDATE ${name} SET tenant_id = $1 WHERE tenant_id = $2`, parameters: [ours, theirs] };
  const passing = { sql: `SELECT 1 FROM ${name} LIMIT 1`, before: 'SET LOCAL row_security = off' };
  const around = [
    of('UPDATE that gives a row to a tenant', given),
    ...(rights.select ? [of('SELECT past the policies', passing)] : []),
  ];
  return role === 'owner' ? around : [...around, of('TRUNCATE', { sql: `TRUNCATE ${name}` })];
}

/** The very same statements by the tenant whose row it is: what is granted gets through, or past the policy at least. */
function rightfulProbes(table: Table, { fresh }: Specimen, tenantId: string, rights: Rights): Probe[] {
  const { name } = table;
  const column = rights.updatable[0];
  const own = 'WHERE tenant_id = $1';
  const probe = (what: string, granted: boolean, statement: Statement): Probe => ({
    what,
    tenantId,
    statement,
    expected: (outcome) =>
      granted ? (outcome.rows ?? 0) > 0 || PAST_THE_POLICY.includes(outcome.code ?? '') : isProtected(outcome),
  });
  const parameters = [tenantId];
  return [
    probe('SELECT', rights.select, { sql: `SELECT 1 FROM ${name} ${own} LIMIT 1`, parameters }),
    probe('INSERT', rights.insert, { ...insertOf(table, fresh), atCommit: true }),
    probe('UPDATE', Boolean(column), {
      sql: `UPDATE ${name} SET "${column ?? 'tenant_id'}" = "${column ?? 'tenant_id'}" ${own}`,
      parameters,
      atCommit: true,
    }),
    probe('DELETE', rights.delete, { sql: `DELETE FROM ${name} ${own}`, parameters, atCommit: true }),
  ];
}

function insertOf(table: Table, row: object, suffix = ''): Statement {
  const columns = table.columns.filter(({ generated, name }) => !generated && name in row).map(({ name }) => name);
  return { sql: `${insertion(table, columns)} ${suffix}`, parameters: [JSON.stringify(row)] };
}
