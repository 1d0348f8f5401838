import { insertRows, openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { snapshotTransaction } from './snapshot-transaction.js';
import { tableLines, tableSize } from './table-lines.js';
import { readTenantTables, type TenantTable } from './tenant-tables.js';

describe('a snapshot of a tenant', () => {
  const [ours, theirs] = [newId(), newId()];
  let database: TestDatabase;
  let application: DataSource;
  let owner: DataSource;

  /** Beside every other transaction, also one of the same tenant. */
  const addRegions = (tenantId: string, count: number): Promise<void> =>
    owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
      const ids = Array.from({ length: count }, () => newId());
      const rows = ids.map((id) => ({ tenant_id: tenantId, id, name: `州${id}`, bureau: '局"\\\n' }));
      await insertRows(manager, 'region', rows);
    });

  const region = async (manager: EntityManager): Promise<TenantTable> => {
    const found = (await readTenantTables(manager)).find(({ name }) => name === 'region');
    if (!found) throw new Error('There are no regions');
    return found;
  };

  beforeAll(async () => {
    database = await startTestDatabase();
    owner = await openDataSource({ url: database.ownerUrl, name: 'owner', poolSize: 1 });
    application = await openDataSource({ url: database.applicationUrl, name: 'application', poolSize: 2 });
    for (const [id, code] of [
      [ours, 'ours'],
      [theirs, 'theirs'],
    ]) {
      const founded = `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)`;
      await owner.query(founded, [id, code]);
    }
    await addRegions(ours, 450);
    await addRegions(theirs, 7);
  });

  afterAll(async () => {
    await application?.destroy();
    await owner?.destroy();
    await database?.stop();
  });

  it('is of one moment: what comes meanwhile changes neither its size nor its lines', async () => {
    await owner.query(`UPDATE tenant SET status = 'suspended' WHERE id = $1`, [ours]);
    await snapshotTransaction(application, ours, async (manager) => {
      const table = await region(manager);
      const size = await tableSize(manager, ours, table);
      await addRegions(ours, 50);
      const parts: Buffer[] = [];
      for await (const part of tableLines(manager, ours, table)) parts.push(part);
      expect(size).toEqual({ rows: 450, bytes: Buffer.concat(parts).length });
      expect(parts.length).toBeGreaterThan(2);
      const rows = Buffer.concat(parts)
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(new Set(rows.map((row) => row.tenant_id))).toEqual(new Set([ours]));
      expect(rows[0]).toMatchObject({ bureau: '局"\\\n' });
    });
  });

  it('cannot be written in', async () => {
    const writing = snapshotTransaction(application, ours, (manager) =>
      manager.query(`UPDATE region SET name = 'x' WHERE tenant_id = $1`, [ours]),
    );
    await expect(writing).rejects.toThrow(/read-only transaction/);
  });

  it('leaves out what opens something, and nothing else', async () => {
    await snapshotTransaction(application, ours, async (manager) => {
      const tables = await readTenantTables(manager);
      const secrets = tables.flatMap(({ name, secrets }) => secrets.map((column) => `${name}.${column}`));
      expect(secrets.sort()).toEqual([
        'access_link.token_hash',
        'api_token.token_hash',
        'credential.password_hash',
        'credential.totp_secret',
        'identity_provider.client_secret',
        'known_device.token_hash',
        'oidc_attempt.state_hash',
        'password_history.password_hash',
        'recovery_code.code_hash',
        'session.token_hash',
      ]);
    });
  });
});
