import type { EntityManager } from 'typeorm';
import type { TenantTable } from './tenant-tables.js';

/** Rows in memory at a time; ratings, the largest, have some 100 kB each. */
const FETCHED = 200;

/** How much there is of a table: known before it is read, and still true then, in a snapshot. */
export interface TableSize {
  readonly rows: number;
  readonly bytes: number;
}

/** The size of {@link tableLines}. */
export async function tableSize(manager: EntityManager, tenantId: string, table: TenantTable): Promise<TableSize> {
  const [{ rows, bytes }] = await manager.query<[Record<keyof TableSize, string>]>(
    `SELECT count(*) AS rows, coalesce(sum(octet_length(line) + 1), 0) AS bytes FROM (${linesOf(table)}) AS lines`,
    [tenantId],
  );
  return { rows: Number(rows), bytes: Number(bytes) };
}

/** A tenant's rows of a table, a line of JSON each, as PostgreSQL writes them: no number goes through JavaScript. */
export async function* tableLines(
  manager: EntityManager,
  tenantId: string,
  table: TenantTable,
): AsyncGenerator<Buffer> {
  await manager.query(`DECLARE export_cursor NO SCROLL CURSOR FOR ${linesOf(table)}`, [tenantId]);
  for (;;) {
    const rows = await manager.query<{ line: string }[]>(`FETCH ${FETCHED} FROM export_cursor`);
    if (rows.length > 0) yield Buffer.from(rows.map(({ line }) => `${line}\n`).join(''));
    if (rows.length < FETCHED) break;
  }
  await manager.query('CLOSE export_cursor');
}

function linesOf({ name, columns, key }: TenantTable): string {
  const quoted = (names: readonly string[]): string => names.map((one) => `"${one}"`).join(', ');
  return `SELECT row_to_json(shown)::text AS line
    FROM (SELECT ${quoted(columns)} FROM ${name} WHERE tenant_id = $1 ORDER BY ${quoted(key)}) AS shown`;
}
