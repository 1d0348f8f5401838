import { insertRows, writeInBulk } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { verifyChain } from './chain/verify-chain.js';
import { AuditBed, addRegion } from './testing/audit-bed.js';

const AT_ONCE = 50;
const IN_ONE = 2_000;

describe('a log that is only ever added to', () => {
  let bed: AuditBed;
  let tenant: string;

  beforeAll(async () => {
    bed = await AuditBed.open(20);
    tenant = bed.tenants.ours;
    await bed.addRegions(3);
  });
  afterAll(() => bed?.close());

  /** The whole chain, by itself. */
  const verified = async () => {
    const all = await bed.entries();
    const [entries, seals] = [stream(all), stream([])];
    return { ...(await verifyChain({ tenantId: tenant, entries, seals, keys: [] })), last: all.at(-1)?.seq };
  };

  it.each([
    ['change', `UPDATE audit_entry SET body = '{}'`],
    ['remove', 'DELETE FROM audit_entry'],
    ['truncate', 'TRUNCATE audit_entry'],
    [
      'add',
      `INSERT INTO audit_entry (tenant_id, seq, algorithm, hash, body, at, action, subject, result) SELECT tenant_id, 99, 'sm3', '', '', '', '', '', '' FROM audit_entry`,
    ],
    ['chain by itself', `SELECT audit_append('{}')`],
    ['read a note', 'SELECT * FROM audit_note'],
    ['take back a note', 'DELETE FROM audit_note'],
    ['turn the trigger off', 'ALTER TABLE region DISABLE TRIGGER audit'],
    ['turn all triggers off', 'SET session_replication_role = replica'],
    [
      'replace the trigger',
      'CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$',
    ],
    [
      'use the trigger elsewhere',
      'CREATE TEMP TABLE forged (tenant_id uuid); CREATE TRIGGER audit AFTER INSERT ON forged FOR EACH ROW EXECUTE FUNCTION audit_row()',
    ],
  ])('does not let the application %s', async (_, sql) => {
    await expect(bed.act((manager) => manager.query(sql))).rejects.toThrow(/permission denied|must be owner/);
  });

  it('goes red without the grant: the application could then change an entry, and the chain tells it', async () => {
    await bed.owner.query('GRANT UPDATE ON audit_entry TO shucu_application');
    const [, second] = await bed.entries();
    await bed.act((manager) =>
      manager.query(`UPDATE audit_entry SET body = replace(body, 'name', 'nama') WHERE seq = 2`),
    );
    expect((await verified()).firstBad).toEqual({ seq: 2, why: 'hash' });
    await bed.act((manager) => manager.query('UPDATE audit_entry SET body = $1 WHERE seq = 2', [second?.body]));
    await bed.owner.query('REVOKE UPDATE ON audit_entry FROM shucu_application');
    expect((await verified()).firstBad).toBeNull();
  });

  it('lets the owner alone write in bulk, and has one entry stand for it', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => ({ tenant_id: tenant, id: newId(), name: `b${n}`, bureau: 'b' }));
    const { length } = await bed.entries();
    await bed.tamper((manager) => writeInBulk(manager, 'test', () => insertRows(manager, 'region', rows.slice(0, 25))));
    expect(await bed.told(length)).toMatchObject([
      { action: 'bulkWrite', details: { reason: 'test' }, role: 'shucu_owner' },
    ]);
    await bed.act((manager) => writeInBulk(manager, 'test', () => insertRows(manager, 'region', rows.slice(25))));
    expect(await bed.told(length + 1)).toHaveLength(26);
  });

  it(`keeps one chain without a gap under ${AT_ONCE} transactions at once`, async () => {
    const { length } = await bed.entries();
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) =>
        bed
          .act(async (manager) => {
            await addRegion(manager, tenant);
            await addRegion(manager, tenant);
            if (n % 10 === 0) throw new Error('given up');
          })
          .catch((error: Error) => expect(error.message).toBe('given up')),
      ),
    );
    expect(await verified()).toMatchObject({ firstBad: null, last: length + AT_ONCE * 2 * 0.9 });
  });

  it('goes on in one chain where the algorithm changes', async () => {
    await bed.act(() => bed.audit.useAlgorithm('sm3'));
    await bed.act(() => bed.audit.useAlgorithm('sha256'));
    expect((await bed.entries()).slice(-2).map(({ algorithm }) => algorithm)).toEqual(['sm3', 'sha256']);
    expect((await verified()).firstBad).toBeNull();
  });

  it('chains as well what the application has checked at once', async () => {
    const { length } = await bed.entries();
    await bed.act(async (manager) => {
      await addRegion(manager, tenant);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      await addRegion(manager, tenant);
      await manager.query('SET CONSTRAINTS ALL DEFERRED');
      await addRegion(manager, tenant);
    });
    expect(await verified()).toMatchObject({ firstBad: null, last: length + 3 });
  });

  it(`takes ${IN_ONE} changed rows in one transaction`, async () => {
    const { length } = await bed.entries();
    await bed.act((manager) =>
      manager.query(
        `INSERT INTO region (tenant_id, id, name, bureau) SELECT $1, gen_random_uuid(), 'n' || n, 'b' FROM generate_series(1, $2::int) n`,
        [tenant, IN_ONE],
      ),
    );
    expect(await verified()).toMatchObject({ firstBad: null, last: length + IN_ONE });
  });
});

async function* stream<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
