import type { QueryRunner } from 'typeorm';
import { candidatesFor } from './candidates.js';
import { type ForeignKey, ofTenant, type Table } from './catalogue.js';

export type Row = Readonly<Record<string, unknown>>;

/** Columns that get their values together, with the values worth trying. */
interface Choice {
  readonly columns: readonly string[];
  readonly options: readonly Row[];
}

/** Combinations tried before a table counts as one that no row can be made for. */
const PATIENCE = 5_000;
/** What PostgreSQL says of a row that another combination may get past: not null, unique, check. */
const RETRIED = ['23502', '23505', '23514'];

/** The error of the database beneath TypeORM's. */
export const refusalOf = (error: unknown): { code?: string; constraint?: string; message: string } =>
  (error as { driverError?: Error }).driverError ?? (error as Error);

/**
 * Inserts a row that the table takes, made from the catalogue alone: parents from the rows that are there, everything else by
 * trying what the column's type and its CHECKs suggest, more columns at once where a constraint asks for it. Inside the caller's
 * transaction, as a superuser. Gives the row as the database keeps it. Throws the last refusal where there is no such row.
 */
export async function makeRow(runner: QueryRunner, table: Table, tenantId: string | null, seed: string): Promise<Row> {
  const choices = await choicesOf(runner, table, tenantId, seed);
  const involved = new Set<Choice>();
  let refusal = '';
  for (let widened = true; widened; ) {
    widened = false;
    for (const row of combinations(choices, involved)) {
      const made = await tryInsert(runner, table, row);
      if (made.row) return made.row;
      refusal = made.refusal.message;
      const touched = touchedBy(table, made.refusal.constraint, choices).filter((choice) => !involved.has(choice));
      for (const choice of touched) involved.add(choice);
      widened = touched.length > 0;
      if (widened) break;
    }
  }
  throw new Error(`no row can be made: ${refusal}`);
}

async function choicesOf(runner: QueryRunner, table: Table, tenantId: string | null, seed: string): Promise<Choice[]> {
  const referring = table.foreignKeys.filter(({ columns }) => columns.some((name) => name !== 'tenant_id'));
  const parents: Choice[] = [];
  for (const key of referring) parents.push(await choiceOfParent(runner, table, key, tenantId));
  const covered = new Set([...parents.flatMap(({ columns }) => columns), 'tenant_id']);
  const free = table.columns
    .filter(({ name, generated }) => !generated && !covered.has(name))
    .map((column): Choice => {
      const options = candidatesFor(table, column, seed);
      if (options.length === 0) throw new Error(`nobody said what a value of type ${column.type} is (${column.name})`);
      return {
        columns: [column.name],
        options: options.map((value) => (value === undefined ? {} : { [column.name]: value })),
      };
    });
  const tenant = ofTenant(table) ? [{ columns: ['tenant_id'], options: [{ tenant_id: tenantId }] }] : [];
  return [...parents, ...free, ...tenant];
}

async function choiceOfParent(
  runner: QueryRunner,
  { columns: known }: Table,
  { columns, target, targetColumns }: ForeignKey,
  tenantId: string | null,
): Promise<Choice> {
  const wanted = columns.map((name, at) => `"${targetColumns[at]}" AS "${name}"`).join(', ');
  const own = targetColumns.includes('tenant_id') ? 'WHERE tenant_id = $1' : 'WHERE $1::uuid IS NOT NULL';
  const rows = (await runner.query(`SELECT ${wanted} FROM ${target} ${own} LIMIT 3`, [tenantId])) as Row[];
  const optional = known.some(({ name, nullable }) => nullable && columns.includes(name));
  if (!optional && rows.length === 0) throw new Error(`${target} has no row to refer to`);
  return { columns, options: [...(optional ? [{}] : []), ...rows] };
}

/** The likeliest row first; then, of the involved choices, every combination. */
function* combinations(choices: readonly Choice[], involved: ReadonlySet<Choice>): Generator<Row> {
  const varied = choices.filter((choice) => involved.has(choice));
  const count = varied.reduce((product, { options }) => product * options.length, 1);
  for (let n = 0; n < Math.min(count, PATIENCE); n += 1) {
    let rest = n;
    const picked = choices.map((choice) => {
      const { options } = choice;
      if (!involved.has(choice)) return options[0];
      const option = options[rest % options.length];
      rest = Math.trunc(rest / options.length);
      return option;
    });
    yield Object.assign({}, ...picked);
  }
}

type Attempt = { readonly row: Row } | { readonly row?: undefined; readonly refusal: ReturnType<typeof refusalOf> };

async function tryInsert(runner: QueryRunner, table: Table, row: Row): Promise<Attempt> {
  await runner.query('SAVEPOINT attempt');
  try {
    const [{ made }] = (await runner.query(
      `${insertion(table, Object.keys(row))} RETURNING to_jsonb(target.*) AS made`,
      [JSON.stringify(row)],
    )) as [{ made: Row }];
    return { row: made };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!RETRIED.includes(refusal.code ?? '')) throw error;
    await runner.query('ROLLBACK TO SAVEPOINT attempt');
    return { refusal };
  }
}

/** An INSERT of the named columns out of one JSON parameter. */
export function insertion({ name }: Table, columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `INSERT INTO ${name} AS target (${names}) SELECT ${names} FROM jsonb_populate_record(NULL::${name}, $1::jsonb)`;
}

function touchedBy({ checks, uniques }: Table, constraint: string | undefined, choices: readonly Choice[]): Choice[] {
  const broken = [...checks, ...uniques].filter(({ name }) => name === constraint).flatMap(({ columns }) => columns);
  return choices.filter(({ columns, options }) => options.length > 1 && columns.some((name) => broken.includes(name)));
}
