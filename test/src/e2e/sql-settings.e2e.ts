import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { APPLICATION_ROLE, openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource, QueryRunner } from 'typeorm';
import { attempt, told } from '../isolation/sql/attempt.js';
import { readTables } from '../isolation/sql/catalogue.js';
import { fillTables } from '../isolation/sql/fill.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Who names the tenant, and why it is not `tenantTransaction` alone that does. */
const WRITERS: Readonly<Record<string, string>> = {
  'libs/tenancy/src/tenant-transaction.ts': 'the way of all requests and jobs',
  'libs/audit/src/chain/stored-chain.ts': 'reads a chain in pieces, read only, for longer than any call',
  'libs/database/src/migrations/1764000000008-tenants.ts': 'what becomes of a tenant is told to the platform’s log',
  'libs/database/src/migrations/1764000000009-erasure.ts': 'the rows that are erased are another tenant’s',
  'libs/tenants/src/export/snapshot-transaction.ts':
    'an export sees everything at one moment, of a suspended tenant too',
  'libs/tenants/src/other-tenant.ts':
    'the platform founds a tenant, and tells its log, in the platform’s own transaction',
};

/** What the application's role must not be able to do, whatever SQL it is made to run. */
const OUT_OF_REACH = [
  'SET ROLE shucu_owner',
  'SET SESSION AUTHORIZATION shucu_owner',
  'SET session_replication_role = replica',
  'CREATE TABLE public.mine (id int)',
  `CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  'CREATE SCHEMA mine',
  'ALTER TABLE center DISABLE ROW LEVEL SECURITY',
  'ALTER TABLE center DISABLE TRIGGER ALL',
  'DROP POLICY tenant ON center',
  'CREATE POLICY mine ON center USING (true)',
  'TRUNCATE center',
  `ALTER ROLE ${APPLICATION_ROLE} BYPASSRLS`,
  `COPY center TO PROGRAM 'cat'`,
  `SELECT pg_read_file('postgresql.conf')`,
  `SELECT audit_append('{}')`,
];

interface RoleRow {
  readonly attributes: boolean;
  readonly memberOf: string[];
  readonly creates: string[];
  readonly owns: number;
  readonly settings: string[];
}

const ROLE = `
  SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication AS attributes,
    ARRAY(SELECT other.rolname::text FROM pg_roles other
          WHERE other.rolname <> current_user AND pg_has_role(current_user, other.oid, 'MEMBER')) AS "memberOf",
    ARRAY(SELECT nspname::text FROM pg_namespace
          WHERE has_schema_privilege(oid, 'CREATE') AND nspname !~ '^pg_(toast_)?temp') AS creates,
    (SELECT count(*)::int FROM pg_class WHERE relowner = me.oid) AS owns,
    ARRAY(SELECT unnest(setconfig) FROM pg_db_role_setting WHERE setrole IN (0, me.oid)) AS settings
  FROM pg_roles me WHERE rolname = current_user`;

describe('the setting that names the tenant', () => {
  let database: TestDatabase;
  let application: DataSource;
  let runner: QueryRunner;
  let ours: string;
  let theirs: string;

  const tenantsSeen = async (): Promise<string[]> =>
    (await runner.query('SELECT DISTINCT tenant_id FROM region')).map((row: { tenant_id: string }) => row.tenant_id);
  const set = (tenantId: string, local: boolean): Promise<unknown> =>
    runner.query(`SELECT set_config('app.tenant_id', $1, $2)`, [tenantId, local]);

  beforeAll(async () => {
    database = await startTestDatabase();
    const superuser = await openDataSource({ url: database.superuserUrl, name: 'settings', poolSize: 1 });
    const tables = (await readTables(superuser)).filter(({ name }) => ['tenant', 'region'].includes(name));
    ({ ours, theirs } = await fillTables(superuser, tables));
    await superuser.destroy();
    application = await openDataSource({ url: database.applicationUrl, name: 'settings', poolSize: 1 });
  });

  beforeEach(() => {
    runner = application.createQueryRunner();
  });

  afterEach(async () => {
    await runner.query('ROLLBACK');
    await runner.query('RESET app.tenant_id');
    await runner.release();
  });

  afterAll(async () => {
    await application?.destroy();
    await database?.stop();
  });

  it('shows nothing where it is missing, empty or no id', async () => {
    const region = { sql: 'SELECT 1 FROM region' };
    expect(await attempt(runner, null, region)).toEqual({ rows: 0 });
    expect(await attempt(runner, '', region)).toEqual({ rows: 0 });
    for (const garbled of [' ', 'null', '*', `${ours},${theirs}`, `' OR true --`, ours.slice(0, -1), `${ours}0`]) {
      expect(await attempt(runner, garbled, region)).toMatchObject({ code: '22P02' });
    }
  });

  it('ends with the transaction, however that ends', async () => {
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await runner.query('BEGIN');
      await set(ours, true);
      expect(await tenantsSeen()).toEqual([ours]);
      await runner.query(end);
      expect(await tenantsSeen()).toEqual([]);
    }
    await runner.query('BEGIN');
    await set(ours, true);
    await runner.query('SAVEPOINT midway');
    await set(theirs, true);
    await runner.query('ROLLBACK TO SAVEPOINT midway');
    expect(await tenantsSeen()).toEqual([ours]);
    await runner.query('ROLLBACK');
  });

  it('is read anew by a plan that was made for another tenant', async () => {
    await runner.query('SET plan_cache_mode = force_generic_plan');
    await runner.query('PREPARE regions AS SELECT DISTINCT tenant_id FROM region');
    for (const tenantId of [ours, theirs, ours]) {
      await runner.query('BEGIN');
      await set(tenantId, true);
      expect(await runner.query('EXECUTE regions')).toEqual([{ tenant_id: tenantId }]);
      await runner.query('COMMIT');
    }
    expect(await runner.query('EXECUTE regions')).toEqual([]);
    await runner.query('DEALLOCATE regions; RESET plan_cache_mode');
  });

  it('would outlive its transaction for the session, and even then a tenant transaction has its own', async () => {
    await set(ours, false);
    expect(await tenantsSeen()).toEqual([ours]);
    await runner.release();
    await tenantTransaction(application, theirs, async (manager) => {
      expect(await manager.query('SELECT DISTINCT tenant_id FROM region')).toEqual([{ tenant_id: theirs }]);
    });
    runner = application.createQueryRunner();
    // Hence the next test: PostgreSQL honours such a setting until the connection ends, so nothing may make one.
    expect(await tenantsSeen()).toEqual([ours]);
  });

  it('is made in few places of the product, for the transaction only', async () => {
    const calls: { path: string; call: string }[] = [];
    for (const room of ['libs', 'apps', 'plugins']) {
      for (const path of await readdir(`${ROOT}${room}`, { recursive: true })) {
        if (!/\/src\/.*\.ts$/.test(path) || /node_modules|\/dist\/|\/testing\/|\.spec\.ts$/.test(path)) continue;
        const text = await readFile(`${ROOT}${room}/${path}`, 'utf8');
        const found = text.match(/set_config\(\s*'app\.tenant_id'[^)]*\)|\b(SET|RESET)\b[^'"`\n]*\bapp\.tenant_id/gi);
        for (const call of found ?? []) calls.push({ path: `${room}/${path}`, call });
      }
    }
    expect(calls.filter(({ call }) => !/^set_config\([^,]+, [^,]+, true\)$/.test(call))).toEqual([]);
    expect([...new Set(calls.map(({ path }) => path))].sort()).toEqual(Object.keys(WRITERS).sort());
  });

  it('is all that the application’s role has: no other right, role, schema or default', async () => {
    const [role]: RoleRow[] = await runner.query(ROLE);
    expect(role).toEqual({ attributes: false, memberOf: [APPLICATION_ROLE], creates: [], owns: 0, settings: [] });
    const within: string[] = [];
    for (const sql of OUT_OF_REACH) {
      const outcome = await attempt(runner, ours, { sql });
      if (outcome.code !== '42501') within.push(`${sql}: ${told(outcome)}`);
    }
    expect(within).toEqual([]);
  });
});
