import { openDataSource, startTestDatabase, type TestDatabase } from '@shucu/database';
import { hasRedisServer, startTestRedis, type TestRedis } from '@shucu/jobs';
import type { SignInAttempt } from './attempt-keys.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { ThrottleStore, type ThrottleStoreSettings } from './throttle-store.js';

const STRANGER: SignInAttempt = { tenantId: 'sd', login: 'li.wei', address: '203.0.113.7', deviceId: null };
const OFFICIAL: SignInAttempt = { ...STRANGER, address: '198.51.100.1' };

/** Two processes over one store. */
function twoProcesses(settingsOf: () => Omit<ThrottleStoreSettings, 'onError'>) {
  const errors: Error[] = [];
  const stores: ThrottleStore[] = [];
  const open = async (): Promise<SignInThrottle> => {
    const store = await ThrottleStore.open({ ...settingsOf(), onError: (error) => errors.push(error) });
    stores.push(store);
    return new SignInThrottle(store);
  };
  return { errors, open, close: () => Promise.all(stores.map((store) => store.close())) };
}

function countsForAllProcesses(settingsOf: () => Omit<ThrottleStoreSettings, 'onError'>): void {
  const processes = twoProcesses(settingsOf);
  let one: SignInThrottle;
  let two: SignInThrottle;

  beforeAll(async () => {
    one = await processes.open();
    two = await processes.open();
  });

  afterAll(() => processes.close());

  it('counts for all processes, and lets no more through when many come at the same moment', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? one : two).check({ ...STRANGER, address: `203.0.113.${index}` }),
      ),
    );
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect((await one.check(STRANGER)).retryAfterSeconds).toBeGreaterThan(25);
  });

  it('knows the address and the device of an official in every process', async () => {
    await one.succeeded(OFFICIAL);
    expect(await two.check(OFFICIAL)).toEqual({ allowed: true, retryAfterSeconds: 0 });
    expect(await two.check({ ...STRANGER, deviceId: 'device' })).toMatchObject({ allowed: true });
  });

  it('makes a device wait for its own failures, and forgets them when it signs in', async () => {
    const attempt = { ...OFFICIAL, deviceId: 'another' };
    for (let round = 0; round < 5; round += 1) expect(await one.check(attempt)).toMatchObject({ allowed: true });
    expect(await two.check(attempt)).toMatchObject({ allowed: false });
    await two.succeeded(attempt);
    expect(await one.check(attempt)).toMatchObject({ allowed: true });
  });

  it('had the store to ask all the time', () => {
    expect(processes.errors).toEqual([]);
  });
}

describe('throttling by PostgreSQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await startTestDatabase();
  });

  afterAll(() => database.stop());

  countsForAllProcesses(() => ({ databaseUrl: database.applicationUrl }));

  it('keeps neither logins nor addresses in clear', async () => {
    const owner = await openDataSource({ url: database.ownerUrl, name: 'shucu-test', poolSize: 1 });
    const keys = await owner.query<{ key: string }[]>('SELECT key FROM throttle');
    await owner.destroy();
    expect(keys.length).toBeGreaterThan(5);
    for (const { key } of keys) expect(key).toMatch(/^sign-in:[0-9a-f]{64}$/);
  });
});

(hasRedisServer() ? describe : describe.skip)('throttling by Redis', () => {
  let redis: TestRedis;

  beforeAll(async () => {
    redis = await startTestRedis();
  });

  afterAll(() => redis.stop());

  countsForAllProcesses(() => ({ redisUrl: redis.url }));
});

describe('a store that is away', () => {
  it.each([{ redisUrl: 'redis://127.0.0.1:1' }, { databaseUrl: 'postgres://nobody:nothing@127.0.0.1:1/none' }])(
    'is told of once, and this process goes on counting: %j',
    async (settings) => {
      const processes = twoProcesses(() => settings);
      const throttle = await processes.open();
      const verdicts: boolean[] = [];
      for (let round = 0; round < 6; round += 1) verdicts.push((await throttle.check(STRANGER)).allowed);
      expect(verdicts).toEqual([true, true, true, true, true, false]);
      expect(processes.errors).toHaveLength(1);
      await processes.close();
    },
  );

  (hasRedisServer() ? it : it.skip)('may go away in the middle', async () => {
    const redis = await startTestRedis();
    const processes = twoProcesses(() => ({ redisUrl: redis.url }));
    const throttle = await processes.open();
    expect(await throttle.check(STRANGER)).toMatchObject({ allowed: true });
    expect(processes.errors).toEqual([]);
    await redis.stop();
    expect(await throttle.check(STRANGER)).toMatchObject({ allowed: true });
    expect(processes.errors).toHaveLength(1);
    await processes.close();
  });
});
