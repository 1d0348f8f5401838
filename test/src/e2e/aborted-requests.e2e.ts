import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createApi } from '@shucu/api';
import { openDataSource } from '@shucu/database';
import { DataSource } from 'typeorm';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { type BusyProvince, centersOf, createBusyProvince } from '../isolation/reuse/busy-province.js';
import { hurry } from '../isolation/reuse/hurry.js';
import { leave, stay } from '../isolation/reuse/leaving-client.js';
import { idleInTransaction, residuesOf } from '../isolation/reuse/stage.js';

/** How these connections are called in `pg_stat_activity`. */
const NAME = 'shucu-api';

describe('a client that goes away half way', () => {
  let platform: TestPlatform;
  let superuser: DataSource;
  let api: Awaited<ReturnType<typeof createApi>>;
  let origin: string;
  let provinces: readonly BusyProvince[];

  /** Backends of the api that wait for a lock, so that their request is half way. */
  const waiting = (): Promise<{ pid: number }[]> =>
    superuser.query(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1
       AND wait_event_type = 'Lock'`,
      [NAME],
    );
  const halfWay = (): Promise<void> => until('a request half way', async () => (await waiting()).length > 0, 10_000, 5);
  const settled = (): Promise<void> =>
    until('the api to be done', async () => {
      const [{ count }] = await superuser.query<[{ count: number }]>(
        `SELECT count(*)::int AS count FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = $1 AND state <> 'idle'`,
        [NAME],
      );
      return count === 0;
    });

  /** Stops whoever adds a member to a center, which is the second of two rows, while the work runs. */
  const stopped = async (work: () => Promise<void>): Promise<void> => {
    const holder = superuser.createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE center_member IN SHARE ROW EXCLUSIVE MODE');
    try {
      await work();
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
    await settled();
  };

  beforeAll(async () => {
    platform = await startPlatform();
    const url = new URL(process.env['SHUCU_TEST_CLUSTER'] ?? '');
    url.pathname = new URL(platform.environment.DATABASE_URL).pathname;
    superuser = await openDataSource({ url: url.href, name: 'aborted-requests', poolSize: 3 });
    api = await createApi({ ...platform.environment, DATABASE_POOL_SIZE: 2, RATE_LIMIT_PER_MINUTE: 0 });
    await api.listen(0, '127.0.0.1');
    origin = await api.getUrl();
    provinces = [
      await createBusyProvince(platform.owner, 200),
      await createBusyProvince(platform.owner, 200),
      await createBusyProvince(platform.owner, 200),
    ];
  }, 120_000);

  afterEach(async () => {
    expect(await residuesOf(api.get(DataSource))).toEqual([]);
    expect(await idleInTransaction({ superuser }, NAME)).toBe(0);
    for (const province of provinces) expect((await centersOf(superuser, province)).torn).toEqual([]);
  });

  afterAll(async () => {
    await api?.close();
    await superuser?.destroy();
    await platform?.stop();
  });

  it.each(['aborts', 'cuts'] as const)('has its request done as a whole all the same (%s)', async (leaving) => {
    const [ours, theirs] = provinces as [BusyProvince, BusyProvince];
    const call = ours.newCenter();
    await stopped(async () => {
      expect(await leave(origin, call, leaving, halfWay)).toBe('left');
      expect((await stay(origin, theirs.list)).status).toBe(200);
      expect((await centersOf(superuser, ours)).whole).not.toContain(call.body?.name);
      expect(await waiting()).toHaveLength(1);
    });
    expect((await centersOf(superuser, ours)).whole).toContain(call.body?.name);
  });

  it('has nothing done where the database ends under it', async () => {
    const [ours] = provinces as [BusyProvince];
    const [gone, there] = [ours.newCenter(), ours.newCenter()];
    const end = async (): Promise<void> => {
      await halfWay();
      for (const { pid } of await waiting()) await superuser.query('SELECT pg_terminate_backend($1)', [pid]);
    };
    await stopped(async () => {
      expect(await leave(origin, gone, 'cuts', halfWay)).toBe('left');
      await end();
    });
    await stopped(async () => {
      const [{ status }] = await Promise.all([stay(origin, there), end()]);
      expect(status).toBe(503);
    });
    const { whole } = await centersOf(superuser, ours);
    expect(whole).not.toContain(gone.body?.name);
    expect(whole).not.toContain(there.body?.name);
  });

  it('leaves nothing of its tenant to the next one, hundreds of times', async () => {
    const { calls, left, faults, announced, unsaid } = await hurry({ origin, provinces, superuser, name: NAME }, 360);
    await settled();
    const there = new Set<string>();
    for (const province of provinces) {
      for (const name of (await centersOf(superuser, province)).whole) there.add(name);
    }
    process.stdout.write(
      `aborted requests: ${calls} calls of three tenants on two connections, ${left} clients left, ` +
        `${announced.filter(({ stayed, name }) => !stayed && there.has(name)).length} of them got their center all the same\n`,
    );
    expect(faults).toEqual([]);
    expect(announced.filter(({ stayed, name }) => stayed && !there.has(name))).toEqual([]);
    expect(unsaid.filter((name) => there.has(name))).toEqual([]);
    expect(left).toBeGreaterThan(100);
  }, 120_000);

  it('cannot keep the api from stopping by saying nothing', async () => {
    const other = await createApi(platform.environment);
    await other.listen(0, '127.0.0.1');
    const silent = connect((other.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    await once(silent, 'connect');
    await pause(50);
    const closed = other.close().then(() => true);
    const inTime = await Promise.race([closed, pause(3_000).then(() => false)]);
    silent.destroy();
    await closed;
    expect(inTime).toBe(true);
  });
});
