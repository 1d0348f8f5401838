import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { insertRegion, openStage, residuesOf, type Stage } from '../isolation/reuse/stage.js';
import { rage } from '../isolation/reuse/storm.js';

/** As somebody might write it who thinks that a connection is theirs: the setting stays when the transaction is over. */
const forTheSession: typeof tenantTransaction = (dataSource, tenantId, work) =>
  dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenantId]);
    return work(manager);
  });

/** As somebody might write it who thinks that a pool is a connection. */
const onThePool: typeof tenantTransaction = async (dataSource, tenantId, work) => {
  await dataSource.query(`SELECT set_config('app.tenant_id', $1, false)`, [tenantId]);
  return dataSource.transaction(work);
};

describe('a connection that serves one tenant after another', () => {
  let database: TestDatabase;
  let stage: Stage;

  beforeEach(async () => {
    database = await startTestDatabase();
    stage = await openStage(database);
  });

  afterEach(async () => {
    await stage?.close();
    await database?.stop();
  });

  it('keeps nothing of the tenant before, whatever happened to that one', async () => {
    const { turns, handovers, faults } = await rage(stage, tenantTransaction, 600);
    process.stdout.write(
      `connection reuse: ${turns} interleaved turns on two connections, ${handovers} from one tenant to another\n`,
    );
    expect(faults).toEqual([]);
    expect(handovers).toBeGreaterThan(200);
  }, 180_000);

  it('would keep the tenant, were it set for the session', async () => {
    const { faults } = await rage(stage, forTheSession, 30, ['reads', 'writes', 'throws']);
    expect(faults.join('\n')).toMatch(/a plain query finds .*"tenant":"[0-9a-f-]{36}"/);
    expect(faults.join('\n')).toMatch(/in the end a connection has .*"rows":[1-9]/);
  }, 60_000);

  it('would show one tenant to another, were it set somewhere on the pool', async () => {
    const { faults } = await rage(stage, onThePool, 60, ['reads', 'writes', 'throws']);
    expect(faults.join('\n')).toMatch(/(reads|writes|throws): [0-9a-f-]{36} sees rows of [0-9a-f-]{36}/);
  }, 60_000);

  it('is clean after a failed serialization', async () => {
    const url = `${database.applicationUrl}?options=${encodeURIComponent('-c default_transaction_isolation=serializable')}`;
    const serializable = await openDataSource({ url, name: 'serializable', poolSize: 2 });
    try {
      const [tenantId = ''] = stage.tenants;
      const outcomes = await Promise.allSettled(['a', 'b'].map((bureau) => bothAtOnce(serializable, tenantId, bureau)));
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
      expect(refused).toMatchObject([{ code: '40001' }]);
      expect(await residuesOf(serializable)).toEqual([]);
    } finally {
      await serializable.destroy();
    }
  });

  it('tells who swallowed a failed statement that nothing was committed', async () => {
    const [tenantId = ''] = stage.tenants;
    const swallowing = tenantTransaction(stage.application, tenantId, async (manager) => {
      await insertRegion(manager, tenantId, '兰州市');
      await manager.query('SELECT 1 / 0').catch(() => null);
    });
    await expect(swallowing).rejects.toThrow(/rolled back instead of committing/);
  });
});

/** Reads, waits until another does so too, and changes what both have read. */
async function bothAtOnce(source: DataSource, tenantId: string, bureau: string): Promise<void> {
  await tenantTransaction(source, tenantId, async (manager) => {
    await manager.query('SELECT bureau FROM region');
    await manager.query('SELECT pg_sleep(0.2)');
    await manager.query('UPDATE region SET bureau = $1', [bureau]);
  });
}
