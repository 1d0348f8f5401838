import type { EntityManager } from 'typeorm';

/** Rows in one statement. */
const CHUNK = 2_000;

/** Inserts many plain rows of one table, keys being its columns, in few statements; in the caller's transaction. */
export async function insertRows(
  manager: EntityManager,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const { driver } = manager.connection;
  const names = columns.map((column) => driver.escape(column)).join(', ');
  const target = driver.escape(table);
  for (let at = 0; at < rows.length; at += CHUNK) {
    await manager.query(
      `INSERT INTO ${target} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${target}, $1::jsonb)`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    );
  }
}
