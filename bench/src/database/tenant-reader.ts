import pg from 'pg';

/** Reads a tenant's rows by plain SQL, as the application's role under row level security. */
export interface TenantReader {
  /** Rows of one statement in a transaction of the tenant, and the milliseconds the statement took. */
  read<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<{ rows: Row[]; ms: number }>;
  stop(): Promise<void>;
}

/** Without JIT compilation, which costs such statements more than it saves (docs/adr/0004-measures-as-sql.md). */
export async function tenantReader(connectionString: string, tenantId: string): Promise<TenantReader> {
  const client = new pg.Client({ connectionString, application_name: 'bench-reader', options: '-c jit=off' });
  await client.connect();
  return {
    async read(sql, values = []) {
      await client.query('BEGIN');
      try {
        await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
        const start = performance.now();
        const { rows } = await client.query(sql, [...values]);
        return { rows, ms: performance.now() - start };
      } finally {
        await client.query('ROLLBACK');
      }
    },
    stop: () => client.end(),
  };
}
