import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { SignInAttempt } from './attempt-keys.js';
import { SignInThrottle } from './sign-in-throttle.js';
import { ThrottleStore } from './throttle-store.js';

const STRANGER: SignInAttempt = { tenantId: 'sd', login: 'li.wei', address: '203.0.113.7', deviceId: null };
const OFFICIAL: SignInAttempt = { ...STRANGER, address: '198.51.100.1', deviceId: 'device' };
const POLICY = { strangerFailures: 5, strangerWaitMinutes: 60, knownFailures: 5, knownWaitMinutes: 15 };

describe('sign-in throttle', () => {
  let sut: SignInThrottle;

  beforeEach(async () => {
    jest.useFakeTimers();
    sut = new SignInThrottle(
      await ThrottleStore.open({
        onError: (error) => {
          throw error;
        },
      }),
    );
  });

  afterEach(() => jest.useRealTimers());

  /** Tries with a wrong password; the seconds to wait, 0 where it was looked at. */
  const fail = async (attempt: SignInAttempt): Promise<number> => {
    const { allowed, retryAfterSeconds } = await sut.check(attempt, POLICY);
    if (allowed) await sut.failed(attempt);
    return allowed ? 0 : retryAfterSeconds;
  };
  const failMany = async (count: number, attemptOf: (index: number) => SignInAttempt): Promise<number[]> => {
    const waits: number[] = [];
    for (let index = 0; index < count; index += 1) waits.push(await fail(attemptOf(index)));
    return waits;
  };

  it('lets five failures pass and then makes wait, twice as long each time, up to the longest wait', async () => {
    expect(await failMany(6, () => STRANGER)).toEqual([0, 0, 0, 0, 0, 30]);
    const waits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      const wait = await fail(STRANGER);
      waits.push(wait);
      jest.advanceTimersByTime(wait * 1000 - 1);
      expect(await fail(STRANGER)).toBe(1);
      jest.advanceTimersByTime(1);
      expect(await fail(STRANGER)).toBe(0);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600, 3600]);
  });

  it('does not lengthen the wait of those who ask meanwhile', async () => {
    await failMany(1000, () => STRANGER);
    jest.advanceTimersByTime(30_000);
    expect(await failMany(2, () => STRANGER)).toEqual([0, 60]);
  });

  it('counts a stranger who changes the address', async () => {
    const waits = await failMany(20, (index) => ({ ...STRANGER, address: `203.0.113.${index}` }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('counts an address that changes the account, in whatever tenant, and its whole IPv6 network', async () => {
    const waits = await failMany(80, (index) => ({
      tenantId: index % 2 ? 'sd' : 'hb',
      login: `login${index}`,
      address: `2001:db8:1:2::${index.toString(16)}`,
      deviceId: null,
    }));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(50);
    expect(await fail({ ...STRANGER, address: '2001:db8:1:3::1' })).toBe(0);
  });

  it('never makes an official wait on a known device, whatever strangers do, also from the same address', async () => {
    await failMany(1000, (index) => ({ ...STRANGER, address: `203.0.${index % 250}.1` }));
    await failMany(200, (index) => ({ ...STRANGER, address: OFFICIAL.address, login: `login${index}` }));
    expect(await sut.check(OFFICIAL, POLICY)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  });

  it('never makes an official wait at an address from which the account signed in lately', async () => {
    const atOffice = { ...OFFICIAL, deviceId: null };
    expect(await sut.check(atOffice, POLICY)).toMatchObject({ allowed: true });
    await sut.succeeded(atOffice);
    await failMany(1000, (index) => ({ ...STRANGER, address: `203.0.${index % 250}.1` }));
    await failMany(100, (index) => ({ ...STRANGER, address: atOffice.address, login: `login${index}` }));
    expect(await sut.check(atOffice, POLICY)).toMatchObject({ allowed: true });
    jest.advanceTimersByTime(15 * 86_400_000);
    await failMany(6, () => STRANGER);
    expect(await sut.check(atOffice, POLICY)).toMatchObject({ allowed: false });
  });

  it('makes a known device wait for its own failures, and nobody else', async () => {
    const waits = await failMany(6, () => OFFICIAL);
    expect(waits).toEqual([0, 0, 0, 0, 0, 30]);
    expect(await sut.check({ ...OFFICIAL, deviceId: 'another device' }, POLICY)).toMatchObject({ allowed: true });
    expect(await sut.check(STRANGER, POLICY)).toMatchObject({ allowed: true });
  });

  it('counts nothing where the password could not be looked at', async () => {
    for (const attempt of [STRANGER, OFFICIAL]) {
      for (let round = 0; round < 20; round += 1) {
        expect(await sut.check(attempt, POLICY)).toMatchObject({ allowed: true });
        await sut.undecided(attempt);
      }
      expect(await failMany(6, () => attempt)).toEqual([0, 0, 0, 0, 0, 30]);
    }
  });

  it('is not made more patient by a sign-in to another account', async () => {
    const spray = (index: number): SignInAttempt => ({ ...STRANGER, login: `login${index}` });
    for (let index = 0; index < 60; index += 1) {
      await fail(spray(index));
      const own = { ...STRANGER, login: 'own' };
      if ((await sut.check(own, POLICY)).allowed) await sut.succeeded(own);
    }
    expect(await fail(spray(60))).toBeGreaterThan(0);
  });

  it('forgets the failures of the device that signs in, and none of those of strangers', async () => {
    await failMany(4, () => STRANGER);
    await failMany(4, () => OFFICIAL);
    await sut.check(OFFICIAL, POLICY);
    await sut.succeeded(OFFICIAL);
    expect(await failMany(6, () => OFFICIAL)).toEqual([0, 0, 0, 0, 0, 30]);
    expect(await failMany(2, () => STRANGER)).toEqual([0, 30]);
  });

  it('lets no more through when many come at the same moment', async () => {
    const verdicts = await Promise.all(Array.from({ length: 200 }, () => sut.check(STRANGER, POLICY)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(5);
  });

  it('takes a login as one, however it is written', async () => {
    await failMany(6, () => STRANGER);
    for (const login of ['LI.WEI', ' li.wei', 'ｌｉ．ｗｅｉ'])
      expect(await fail({ ...STRANGER, login })).toBeGreaterThan(0);
  });

  it('lets at most a handful of guesses an hour through, in whatever order and from wherever strangers come', async () => {
    const second = fc.record({ address: fc.nat(500), pause: fc.constantFrom(0, 1, 20, 45) });
    await fc.assert(
      fc.asyncProperty(fc.array(second, { minLength: 50, maxLength: 200 }), fc.uuid(), async (tries, login) => {
        let elapsed = 0;
        let looked = 0;
        for (const { address, pause } of tries) {
          jest.advanceTimersByTime(pause * 1000);
          elapsed += pause;
          if (elapsed > 3600) break;
          if ((await fail({ ...STRANGER, login, address: `10.0.${address}.1` })) === 0) looked += 1;
        }
        expect(looked).toBeLessThanOrEqual(5 + 6);
        expect((await sut.check({ ...OFFICIAL, login }, POLICY)).allowed).toBe(true);
        await sut.succeeded({ ...OFFICIAL, login });
      }),
      { numRuns: 25 },
    );
  });
});
