import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { assertApplicationRole, DatabaseRoleError } from './roles.js';
import { startTestDatabase, type TestDatabase } from './testing/test-cluster.js';

/** Tables that belong to nobody's tenant; everything else must be protected. Of `tenant`: see `tenant-guard.db.spec.ts`. */
const GLOBAL_TABLES = ['migrations', 'statutory_clock', 'tenant', 'throttle'];

/** Tenant tables whose changes make no audit entry of their own, and why; the partitions of a table are audited with it. */
const NOT_AUDITED: Readonly<Record<string, string>> = {
  audit_entry: 'is the log',
  audit_note: 'is on its way into the log, and gone with the commit',
  outbox: 'announces what its cause already tells',
  oidc_attempt: 'is a half-done sign-in; the sign-in itself is noted',
};

/** A column of such a name holds something that nobody may read in a log, unless it is the fingerprint of data. */
const SECRET = /password|secret|token|code_hash|state_hash/;
const HARMLESS = ['must_change_password', 'password_changed_at'];

interface TableRow {
  name: string;
  protected: boolean;
  forced: boolean;
  policies: string[];
  key: string[];
}

const UNPROTECTED = `
  SELECT c.relname AS name, c.relrowsecurity AS protected, c.relforcerowsecurity AS forced,
    ARRAY(SELECT coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' / ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
          FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
    ARRAY(SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
          WHERE i.indrelid = c.oid AND i.indisunique) AS key
  FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    AND NOT c.relname = ANY ($1) ORDER BY 1`;

interface AuditRow {
  name: string;
  /** Definition of the audit trigger, where there is one that fires. */
  trigger: string | null;
  columns: string[];
}

const AUDITED = `
  SELECT c.relname AS name,
    (SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgenabled = 'O'
       AND t.tgfoid = 'audit_row'::regproc AND t.tgdeferrable AND t.tginitdeferred) AS trigger,
    ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
  FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
    AND NOT c.relname = ANY ($1) ORDER BY 1`;

/** Tables that are not audited, and columns that are shown and should not be. */
async function auditFaults(owner: DataSource): Promise<string[]> {
  const tables = await owner.query<AuditRow[]>(AUDITED, [[...GLOBAL_TABLES, ...Object.keys(NOT_AUDITED)]]);
  return tables.flatMap(({ name, trigger, columns }) => {
    if (!/ AFTER INSERT OR DELETE OR UPDATE ON /.test(trigger ?? '')) return [name];
    const [, , secret = ''] = trigger?.match(/'[^']*'(?=[,)])/g)?.slice(-4) ?? [];
    const hidden = secret.replace(/['{}]/g, '').split(',');
    const shown = columns.filter(
      (column) => SECRET.test(column) && !HARMLESS.includes(column) && !hidden.includes(column),
    );
    return shown.map((column) => `${name}.${column}`);
  });
}

describe('the catalogue', () => {
  let database: TestDatabase;
  let owner: DataSource;

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'catalogue', poolSize: 2 });
  });

  afterAll(async () => {
    await owner?.destroy();
    await database?.stop();
  });

  const faults = async (): Promise<string[]> => {
    const tables = await owner.query<TableRow[]>(UNPROTECTED, [GLOBAL_TABLES]);
    expect(tables.length).toBeGreaterThan(30);
    return tables
      .filter(
        (table) =>
          !table.protected ||
          !table.forced ||
          table.policies.length !== 1 ||
          !/tenant_id = .*app\.tenant_id.* \/ .*tenant_id = .*app\.tenant_id/s.test(table.policies[0] ?? '') ||
          table.key.some((first) => first !== 'tenant_id'),
      )
      .map(({ name }) => name);
  };

  it('holds every table to forced row level security and to keys that begin with tenant_id', async () => {
    expect(await faults()).toEqual([]);
  });

  it('would notice a table without protection, a dropped policy and a key without the tenant', async () => {
    await owner.query('CREATE TABLE forgotten (tenant_id uuid, id uuid PRIMARY KEY)');
    await owner.query('DROP POLICY tenant ON account');
    await owner.query('ALTER TABLE resource NO FORCE ROW LEVEL SECURITY');
    expect(await faults()).toEqual(['account', 'forgotten', 'resource']);
  });

  it('holds every table to the audit log, and what is secret out of it', async () => {
    expect(await auditFaults(owner)).toEqual(['forgotten']);
    await owner.query('DROP TABLE forgotten');
    expect(await auditFaults(owner)).toEqual([]);
  });

  it('would notice a table that is not audited, a trigger that is off and a secret that is shown', async () => {
    await owner.query('CREATE TABLE forgotten (tenant_id uuid, id uuid PRIMARY KEY)');
    await owner.query('ALTER TABLE center DISABLE TRIGGER audit');
    await owner.query('ALTER TABLE account ADD COLUMN pin_secret text');
    await owner.query('ALTER TABLE service_record_2024 DISABLE TRIGGER audit');
    expect(await auditFaults(owner)).toEqual(['account.pin_secret', 'center', 'forgotten', 'service_record_2024']);
  });

  it('accepts the application role and refuses the owner and a superuser', async () => {
    const roleOf = async (url: string) => {
      const source = await openDataSource({ url, name: 'roles', poolSize: 1 });
      return assertApplicationRole(source).finally(() => source.destroy());
    };
    await expect(roleOf(database.applicationUrl)).resolves.toBeUndefined();
    await expect(roleOf(database.ownerUrl)).rejects.toThrow(DatabaseRoleError);
    await expect(roleOf(database.superuserUrl)).rejects.toThrow(/MIGRATION_DATABASE_URL/);
  });
});
