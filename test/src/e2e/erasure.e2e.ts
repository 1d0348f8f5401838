import { insertRows, openDataSource, PLATFORM_TENANT_ID, startTestDatabase, type TestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { ofTenant, readTables } from '../isolation/sql/catalogue.js';
import { fillTables } from '../isolation/sql/fill.js';

const [REQUESTER, CONFIRMER] = [newId(), newId()];

describe('the erasure of a tenant, in SQL', () => {
  let database: TestDatabase;
  let application: DataSource;
  let owner: DataSource;
  let superuser: DataSource;
  let tables: readonly string[];
  let kept: string;
  let erased: string;

  const asPlatform = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
    tenantTransaction(application, PLATFORM_TENANT_ID, (manager) => manager.query<T>(sql, [...parameters]));

  const setStatus = (status: string): Promise<unknown> =>
    asPlatform('UPDATE tenant SET status = $1 WHERE id = $2', [status, erased]);

  const order = async (state: 'ordered' | 'confirmed'): Promise<string> => {
    const id = newId();
    const confirmed = state === 'confirmed' ? { confirmed_by: CONFIRMER, confirmed_at: new Date() } : {};
    await tenantTransaction(application, PLATFORM_TENANT_ID, (manager) =>
      insertRows(manager, 'tenant_order', [
        {
          ...{ tenant_id: PLATFORM_TENANT_ID, id, kind: 'erasure', target_id: erased, state },
          ...{ requested_by: REQUESTER, requested_at: new Date(), ...confirmed },
        },
      ]),
    );
    return id;
  };

  const erase = (id: string): Promise<[{ outcome: { rows: Record<string, number>; lastEntry: { seq: number } } }]> =>
    asPlatform('SELECT erase_tenant($1) AS outcome', [id]);

  /** How many rows of a tenant each table holds, and what is in them. */
  const contents = async (tenantId: string): Promise<Record<string, string>> => {
    const found: Record<string, string> = {};
    for (const table of tables) {
      const [row] = await superuser.query<[{ count: number; digest: string }]>(
        `SELECT count(*)::int AS count, md5(string_agg(t::text, '|' ORDER BY t::text)) AS digest FROM ${table} t WHERE tenant_id = $1`,
        [tenantId],
      );
      if (row.count > 0) found[table] = `${row.count} ${row.digest}`;
    }
    return found;
  };

  beforeAll(async () => {
    database = await startTestDatabase();
    const open = (url: string): Promise<DataSource> => openDataSource({ url, name: 'erasure', poolSize: 1 });
    [application, owner] = [await open(database.applicationUrl), await open(database.ownerUrl)];
    superuser = await open(database.superuserUrl);
    const all = await readTables(superuser);
    tables = all.filter(ofTenant).map(({ name }) => name);
    const filled = await fillTables(superuser, all);
    [kept, erased] = [filled.ours, filled.theirs];
    await tenantTransaction(owner, PLATFORM_TENANT_ID, (manager) =>
      insertRows(
        manager,
        'account',
        [REQUESTER, CONFIRMER].map((id, n) => ({
          ...{ tenant_id: PLATFORM_TENANT_ID, id, login: `operator${n}`, display_name: `operator${n}` },
          ...{ status: 'active', version: 1, created_at: new Date(), updated_at: new Date() },
        })),
      ),
    );
  }, 120_000);

  afterAll(async () => {
    for (const source of [application, owner, superuser]) await source?.destroy();
    await database?.stop();
  });

  it('is refused to every other tenant, for an active tenant, and without a second operator', async () => {
    const confirmed = await order('confirmed');
    await expect(erase(confirmed)).rejects.toThrow('the tenant is not suspended');
    await setStatus('suspended');
    const foreign = tenantTransaction(application, kept, (manager) =>
      manager.query('SELECT erase_tenant($1)', [confirmed]),
    );
    await expect(foreign).rejects.toThrow('only the platform erases');
    await expect(application.query('SELECT erase_tenant($1)', [confirmed])).rejects.toThrow('only the platform erases');
    await asPlatform(`UPDATE tenant_order SET state = 'withdrawn', finished_at = now() WHERE id = $1`, [confirmed]);
    const ordered = await order('ordered');
    await expect(erase(ordered)).rejects.toThrow('two operators have not ordered this');
    const alone = asPlatform(
      `UPDATE tenant_order SET state = 'confirmed', confirmed_by = requested_by, confirmed_at = now() WHERE id = $1`,
      [ordered],
    );
    await expect(alone).rejects.toThrow(/tenant_order_four_eyes/);
    await expect(setStatus('erased')).rejects.toThrow('cannot become erased');
    await expect(asPlatform('DELETE FROM tenant WHERE id = $1', [erased])).rejects.toThrow('permission denied');
    await asPlatform(`UPDATE tenant_order SET state = 'withdrawn', finished_at = now() WHERE id = $1`, [ordered]);
  });

  it('is what alone takes away a final rating: whoever else says that a tenant is being erased is refused as ever', async () => {
    const remove = (set: string) =>
      tenantTransaction(application, erased, async (manager) => {
        await manager.query(`SELECT set_config('app.erasing', $1, true)`, [set]);
        for (const state of ['scoring', 'reviewed', 'finalised']) {
          await manager.query(`UPDATE rating_run SET state = $1, finalised_at = now()`, [state]);
        }
        await manager.query('DELETE FROM rating');
      });
    for (const set of ['', erased]) await expect(remove(set)).rejects.toThrow('belongs to a finalised run');
  });

  it('leaves no row of the tenant in any table, nothing of another touched, and its last link in the log of the platform', async () => {
    const before = await contents(kept);
    expect(Object.keys(before).length).toBeGreaterThan(30);
    expect(Object.keys(await contents(erased))).toEqual(Object.keys(before));
    const [last] = await superuser.query<[{ seq: string; hash: string }]>(
      'SELECT seq, hash FROM audit_entry WHERE tenant_id = $1 ORDER BY seq DESC LIMIT 1',
      [erased],
    );
    const id = await order('confirmed');
    const [{ outcome }] = await erase(id);
    expect(await contents(erased)).toEqual({});
    expect(await contents(kept)).toEqual(before);
    expect(outcome.rows).toMatchObject({ account: 1, rating: 1, document: 1, audit_chain: 1 });
    expect(outcome.lastEntry).toMatchObject({ seq: Number(last.seq), hash: last.hash });
    const [entry] = await asPlatform<[{ body: string }]>(`SELECT body FROM audit_entry WHERE action = 'tenant.erase'`);
    expect(JSON.parse(entry.body)).toMatchObject({ subjectId: erased, details: outcome });
    const [tombstone] = await asPlatform<[object]>('SELECT status FROM tenant WHERE id = $1', [erased]);
    expect(tombstone).toEqual({ status: 'erased' });
    await expect(erase(id)).rejects.toThrow('the tenant is not suspended');
    await expect(setStatus('active')).rejects.toThrow('is erased and cannot become active');
  });

  it('fails as a whole where tables refer to each other in a circle', async () => {
    await owner.query(`
      CREATE TABLE hen (tenant_id uuid, id uuid, egg uuid, PRIMARY KEY (tenant_id, id));
      CREATE TABLE egg (tenant_id uuid, id uuid, hen uuid, PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, hen) REFERENCES hen (tenant_id, id));
      ALTER TABLE hen ADD FOREIGN KEY (tenant_id, egg) REFERENCES egg (tenant_id, id)`);
    await expect(owner.query('SELECT tenant_tables()')).rejects.toThrow(/in a circle: \{.*(hen|egg)/);
  });
});
