import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { assertApplicationRole, DatabaseRoleError } from './roles.js';
import { startTestDatabase, type TestDatabase } from './testing/test-cluster.js';

/** Tables that belong to nobody's tenant; everything else must be protected. */
const GLOBAL_TABLES = ['migrations', 'tenant'];

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
