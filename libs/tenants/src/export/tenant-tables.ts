import type { EntityManager } from 'typeorm';

/** A table of which a tenant's rows are exported. */
export interface TenantTable {
  /** Ready for SQL. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that stay here: they open something, and are worth nothing to who leaves. */
  readonly secrets: readonly string[];
  readonly key: readonly string[];
}

/** Hashes of passwords, tokens and codes, and secrets that the platform's own key encrypts. */
const SECRET = /_secret$|^(?:\w+_)?(?:password|token|code|state)_hash$/;

/** Nobody may read notes: each becomes an entry of the audit log with its commit, so none is ever left. */
const UNREADABLE = ['audit_note'];

const FROM_CATALOGUE = `
  SELECT listed::text AS name,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = listed AND attnum > 0 AND NOT attisdropped ORDER BY attnum) AS columns,
    ARRAY(SELECT a.attname::text FROM pg_index i
          CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS part (number, place)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = part.number
          WHERE i.indrelid = listed AND i.indisprimary ORDER BY part.place) AS key
  FROM tenant_tables() WITH ORDINALITY AS list (listed, place) WHERE NOT listed::text = ANY ($1) ORDER BY list.place DESC`;

/** Every table of the catalogue that holds rows of tenants, those first that others refer to; a new one is never forgotten. */
export async function readTenantTables(manager: EntityManager): Promise<TenantTable[]> {
  const tables = await manager.query<Omit<TenantTable, 'secrets'>[]>(FROM_CATALOGUE, [UNREADABLE]);
  return tables.map(({ columns, ...table }) => ({
    ...table,
    columns: columns.filter((column) => !SECRET.test(column)),
    secrets: columns.filter((column) => SECRET.test(column)),
  }));
}
