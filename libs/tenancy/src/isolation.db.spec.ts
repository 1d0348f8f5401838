import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { DataSource } from 'typeorm';
import { TenantContext } from './tenant-context.js';
import { tenantTransaction, tenantTransactionByCode } from './tenant-transaction.js';

describe('tenant transaction', () => {
  const [ours, theirs] = [newId(), newId()];
  let database: TestDatabase;
  let application: DataSource;
  let owner: DataSource;

  const regionsOf = (tenantId: string): Promise<{ name: string }[]> =>
    tenantTransaction(application, tenantId, (manager) => manager.query('SELECT name FROM region ORDER BY name'));
  const addRegion = (tenantId: string, of: string, name: string): Promise<unknown> =>
    tenantTransaction(application, tenantId, (manager) =>
      manager.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $2, $3, $3)', [of, newId(), name]),
    );

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 2 });
    for (const [id, code] of [
      [ours, 'ours'],
      [theirs, 'theirs'],
    ]) {
      await owner.query(
        `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)`,
        [id, code],
      );
    }
    await addRegion(ours, ours, '兰州市');
    await addRegion(theirs, theirs, '银川市');
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('shows each tenant its own rows only, and nothing where no tenant is set', async () => {
    expect(await regionsOf(ours)).toEqual([{ name: '兰州市' }]);
    expect(await regionsOf(theirs)).toEqual([{ name: '银川市' }]);
    expect(await application.query('SELECT * FROM region')).toEqual([]);
  });

  it('refuses a row for another tenant, and changes none of its rows', async () => {
    await expect(addRegion(ours, theirs, '中卫市')).rejects.toThrow(/row-level security/);
    const changed = await tenantTransaction(application, ours, (manager) =>
      manager.query(`UPDATE region SET name = 'x' WHERE tenant_id = $1`, [theirs]),
    );
    expect(changed).toEqual([[], 0]);
  });

  it('opens for the active tenant of a code, and refuses where there is none', async () => {
    const byCode = (code: string): Promise<{ name: string }[]> =>
      tenantTransactionByCode(
        application,
        code,
        () => new Error('no such tenant'),
        async (manager) => {
          expect(TenantContext.tenantId).toBe(theirs);
          return manager.query('SELECT name FROM region');
        },
      );
    expect(await byCode('theirs')).toEqual([{ name: '银川市' }]);
    await expect(byCode('nobody')).rejects.toThrow('no such tenant');
    await owner.query(`UPDATE tenant SET status = 'suspended' WHERE id = $1`, [theirs]);
    await expect(byCode('theirs')).rejects.toThrow('no such tenant');
    await owner.query(`UPDATE tenant SET status = 'active' WHERE id = $1`, [theirs]);
    await expect(tenantTransaction(application, ours, () => byCode('theirs'))).rejects.toThrow(/open here already/);
  });

  it('rolls back on an error and leaves no tenant behind on the connection', async () => {
    const failing = Array.from({ length: 6 }, (_, i) =>
      tenantTransaction(application, i % 2 ? ours : theirs, async (manager) => {
        await manager.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $2, $3, $3)', [
          TenantContext.tenantId,
          newId(),
          `r${i}`,
        ]);
        throw new Error('midway');
      }),
    );
    for (const outcome of await Promise.allSettled(failing)) expect(outcome.status).toBe('rejected');
    expect(await regionsOf(ours)).toHaveLength(1);
    const settings = await Promise.all(
      [1, 2].map(() => application.query(`SELECT current_setting('app.tenant_id', true) AS tenant`)),
    );
    for (const [{ tenant }] of settings) expect(tenant ?? '').toBe('');
  });

  it('joins an open transaction of the same tenant and refuses another', async () => {
    await tenantTransaction(application, ours, async (outer) => {
      await tenantTransaction(application, ours, async (inner) => expect(inner).toBe(outer));
      await expect(tenantTransaction(application, theirs, async () => null)).rejects.toThrow(/another tenant/);
    });
    expect(() => TenantContext.manager).toThrow(/No tenant transaction/);
  });

  it('goes red without the policy: the same question then shows both tenants', async () => {
    await owner.query('ALTER TABLE region DISABLE ROW LEVEL SECURITY');
    try {
      expect(await regionsOf(ours)).toHaveLength(2);
    } finally {
      await owner.query('ALTER TABLE region ENABLE ROW LEVEL SECURITY');
    }
    await owner.query('DROP POLICY tenant ON region');
    expect(await regionsOf(ours)).toEqual([]);
  });
});
