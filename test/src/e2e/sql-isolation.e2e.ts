import { APPLICATION_ROLE, openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { migrateQueue } from '@shucu/jobs';
import { inspectIsolation } from '../isolation/sql/inspect.js';

/** The tenant of the transaction, as the policies read it. */
const CURRENT = `NULLIF(current_setting('app.tenant_id', true), '')::uuid`;

/** What somebody might do to the schema one day, each on a table of its own, and the sentence that must come of it. */
const MISTAKES: Readonly<Record<string, { sql: string; told: RegExp }>> = {
  center: {
    sql: 'DROP POLICY tenant ON center',
    told: /application with the rightful tenant: SELECT: 0 rows/,
  },
  outbox: {
    sql: 'ALTER TABLE outbox DISABLE ROW LEVEL SECURITY',
    told: /application with no tenant: SELECT: 1 rows/,
  },
  resource: {
    sql: 'ALTER TABLE resource NO FORCE ROW LEVEL SECURITY',
    told: /owner with another tenant: DELETE: [1-9]\d* rows/,
  },
  region: {
    sql: 'ALTER POLICY tenant ON region WITH CHECK (true)',
    told: /application with another tenant: INSERT: 1 rows/,
  },
  session: {
    sql: `ALTER POLICY tenant ON session USING (tenant_id = coalesce(${CURRENT}, tenant_id))`,
    told: /application with no tenant: SELECT: 1 rows/,
  },
  yearly_fact: {
    sql: 'CREATE POLICY report ON yearly_fact FOR SELECT USING (true)',
    told: /application with another tenant: SELECT: 1 rows/,
  },
  account_role: {
    sql: `GRANT TRUNCATE ON account_role TO ${APPLICATION_ROLE}`,
    told: /application with another tenant: TRUNCATE: /,
  },
  service_record_2025: {
    sql: `ALTER TABLE service_record_2025 DISABLE ROW LEVEL SECURITY; GRANT SELECT ON service_record_2025 TO ${APPLICATION_ROLE}`,
    told: /application with another tenant: SELECT: 1 rows/,
  },
  tenant: {
    sql: `GRANT UPDATE (code) ON tenant TO ${APPLICATION_ROLE}`,
    told: /^tenant: application: UPDATE code is not granted: 0 rows$/,
  },
  forgotten: {
    sql: `CREATE TABLE forgotten (tenant_id uuid, id uuid); GRANT SELECT, INSERT ON forgotten TO ${APPLICATION_ROLE}`,
    told: /application with no tenant: INSERT: 1 rows/,
  },
  stray: { sql: 'CREATE TABLE stray (id uuid)', told: /is no tenant’s, and nobody said why/ },
  impossible: {
    sql: 'CREATE TABLE impossible (tenant_id uuid, n int NOT NULL CHECK (n > 1 AND n < 1))',
    told: /no row can be made/,
  },
  'function everything()': {
    sql: `CREATE FUNCTION everything() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM center'`,
    told: /nobody said why.*path is the caller’s.*everybody may call.*the application may call/s,
  },
  'view all_centers': {
    sql: 'CREATE VIEW all_centers AS SELECT * FROM center',
    told: /nobody said why it is there.*reads with the rights of its owner/s,
  },
};

describe('every table against every tenant, in SQL', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await startTestDatabase();
    await migrateQueue(database.ownerUrl, APPLICATION_ROLE);
  }, 60_000);

  afterEach(async () => {
    await database?.stop();
  });

  const change = async (sql: string): Promise<void> => {
    const superuser = await openDataSource({ url: database.superuserUrl, name: 'mistakes', poolSize: 1 });
    await superuser.query(sql);
    await superuser.destroy();
  };

  it('shows and takes nothing with no tenant or another one, and serves the rightful tenant', async () => {
    const { probes, faults, rightful, tenantTables, globalTables } = await inspectIsolation(database);
    process.stdout.write(
      `sql isolation: ${probes} probes of ${tenantTables} tenant tables and ${globalTables} others; ` +
        `the rightful tenant: ${rightful.through} through, ${rightful.stopped} stopped by grants, keys and triggers\n`,
    );
    expect(faults).toEqual([]);
    expect(tenantTables).toBeGreaterThan(50);
    expect(probes).toBeGreaterThan(2_000);
    expect(rightful.through).toBeGreaterThan(250);
  }, 300_000);

  it('goes red for each single table once nothing protects it', async () => {
    await change(`
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT oid::regclass FROM pg_class WHERE relrowsecurity LOOP
          EXECUTE 'ALTER TABLE ' || name || ' DISABLE ROW LEVEL SECURITY';
        END LOOP;
      END $$`);
    const { faults, tenantTables } = await inspectIsolation(database);
    const named = new Set(faults.map((fault) => fault.split(':')[0]));
    expect(named.size).toBe(tenantTables);
  }, 300_000);

  it('goes red by name for every mistake that a schema can take', async () => {
    await change(
      Object.values(MISTAKES)
        .map(({ sql }) => sql)
        .join('; '),
    );
    const { faults } = await inspectIsolation(database);
    const named = (name: string): string[] =>
      faults.filter((fault) => fault.replace(/^(ours|theirs): /, '').startsWith(`${name}: `));
    for (const [name, { told }] of Object.entries(MISTAKES)) {
      expect(named(name).join('\n')).toMatch(told);
    }
    const elsewhere = faults.filter((fault) => !Object.keys(MISTAKES).some((name) => named(name).includes(fault)));
    expect(elsewhere).toEqual([]);
  }, 300_000);
});
