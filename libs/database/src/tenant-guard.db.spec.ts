import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { PLATFORM_TENANT_ID } from './migrations/1764000000006-identity.js';
import { startTestDatabase, type TestDatabase } from './testing/test-cluster.js';

const OURS = '01890000-0000-7000-8000-000000000001';
const THEIRS = '01890000-0000-7000-8000-000000000002';

const FOUND = `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)`;

describe('the table of tenants', () => {
  let database: TestDatabase;
  let application: DataSource;
  let owner: DataSource;

  /** Runs as the application in a transaction of a tenant, or of none. */
  const as = <T = [unknown[], number]>(tenantId: string | null, sql: string, parameters: unknown[] = []): Promise<T> =>
    application.transaction(async (manager) => {
      if (tenantId) await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
      return manager.query<T>(sql, parameters);
    });

  const codesSeenBy = async (tenantId: string | null): Promise<string[]> => {
    const rows = await as<{ code: string }[]>(tenantId, 'SELECT code FROM tenant ORDER BY code');
    return rows.map(({ code }) => code);
  };

  beforeAll(async () => {
    database = await startTestDatabase();
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 1 });
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    await as(PLATFORM_TENANT_ID, FOUND, [OURS, 'ours']);
    await as(PLATFORM_TENANT_ID, FOUND, [THEIRS, 'theirs']);
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('is seen as a whole by the platform and without a tenant, and by a tenant as far as itself', async () => {
    const all = ['ours', 'platform', 'theirs'];
    expect(await codesSeenBy(PLATFORM_TENANT_ID)).toEqual(all);
    expect(await codesSeenBy(null)).toEqual(all);
    expect(await codesSeenBy(OURS)).toEqual(['ours']);
  });

  it('is written by the platform alone, which neither founds nor suspends another platform', async () => {
    const suspend = `UPDATE tenant SET status = 'suspended', suspension_reason = '欠费' WHERE id = $1`;
    for (const tenantId of [null, OURS]) {
      await expect(as(tenantId, FOUND, [crypto.randomUUID(), 'another'])).rejects.toThrow(/row-level security/);
      expect(await as(tenantId, suspend, [OURS])).toEqual([[], 0]);
    }
    expect(await as(PLATFORM_TENANT_ID, suspend, [PLATFORM_TENANT_ID])).toEqual([[], 0]);
    await expect(owner.query(suspend, [PLATFORM_TENANT_ID])).rejects.toThrow(/tenant_platform_stays/);
  });

  it('says itself since when a tenant is suspended, and forgets it when it is resumed', async () => {
    const read = async () => {
      const [row] = await as<{ suspended: boolean; reason: string | null }[]>(
        PLATFORM_TENANT_ID,
        `SELECT suspended_at > now() - interval '1 minute' AS suspended, suspension_reason AS reason FROM tenant WHERE id = $1`,
        [THEIRS],
      );
      return row;
    };
    await as(PLATFORM_TENANT_ID, `UPDATE tenant SET status = 'suspended', suspension_reason = '欠费' WHERE id = $1`, [
      THEIRS,
    ]);
    expect(await read()).toEqual({ suspended: true, reason: '欠费' });
    await as(PLATFORM_TENANT_ID, `UPDATE tenant SET status = 'active' WHERE id = $1`, [THEIRS]);
    expect(await read()).toEqual({ suspended: null, reason: null });
  });

  it('tells every change to the log of the platform, also one that nobody’s transaction makes', async () => {
    await owner.query(`UPDATE tenant SET name = '更名' WHERE id = $1`, [OURS]);
    const entries = await as<{ body: string }[]>(
      PLATFORM_TENANT_ID,
      `SELECT body FROM audit_entry WHERE subject = 'tenant' AND subject_id = $1 ORDER BY seq`,
      [OURS],
    );
    expect(entries.map(({ body }) => JSON.parse(body))).toMatchObject([
      { op: 'insert', before: null, after: { code: 'ours' }, tenant: PLATFORM_TENANT_ID },
      { op: 'update', before: { name: 'ours' }, after: { name: '更名' } },
    ]);
  });
});
