import type { QueryRunner } from 'typeorm';

/** What of a table's rows the audit log does not show as it is. */
export interface AuditedColumns {
  /** Shown as `•`, so that a change is seen and its content is not. */
  readonly secret?: readonly string[];
  /** Too large for the log; each is told by the hash in its column `<name>_hash`. */
  readonly bulky?: readonly string[];
  /** Bookkeeping: never shown, and a change of nothing else makes no entry. `updated_at` always is. */
  readonly ignored?: readonly string[];
}

interface Layout {
  readonly columns: string[];
  readonly key: string[];
}

const LAYOUT = `
  SELECT ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped) AS columns,
    ARRAY(SELECT a.attname::text FROM pg_index i
          CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS part (number, place)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number
          WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY part.place) AS key`;

/**
 * Has every inserted, changed and deleted row of a tenant table told to the tenant's audit log when its transaction commits. A
 * migration calls it beside `enableTenantRls`; the owner alone can write past it, by `writeInBulk`, and the erasure of a tenant, which
 * runs with the owner's rights. Throws on a column that is
 * not there and on a bulky one without its hash.
 */
export async function auditTable(
  queryRunner: QueryRunner,
  table: string,
  { secret = [], bulky = [], ignored = [] }: AuditedColumns = {},
): Promise<void> {
  const [{ columns, key }] = (await queryRunner.query(LAYOUT, [table])) as [Layout];
  const named = [...secret, ...bulky, ...bulky.map((name) => `${name}_hash`), ...ignored];
  const missing = named.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new Error(`Table ${table} has no column ${missing.join(', ')}`);
  const shownKey = columns.includes('id') ? ['id'] : key.filter((name) => name !== 'tenant_id');
  const leftOut = ['tenant_id', ...columns.filter((name) => name === 'updated_at'), ...bulky, ...ignored];
  const lists = [shownKey, secret, leftOut].map((names) => `'{${names.join(',')}}'`);
  const [{ owner }] = (await queryRunner.query('SELECT quote_literal(session_user) AS owner')) as [{ owner: string }];
  await queryRunner.query(`
    CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON ${table} DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (current_setting('app.audit_bulk', true) IS DISTINCT FROM 'on' OR current_user <> ${owner})
    EXECUTE FUNCTION audit_row('${table}', ${lists.join(', ')})`);
}
