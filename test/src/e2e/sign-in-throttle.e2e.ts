import { DEVICE_COOKIE } from '@shucu/identity';
import { hasRedisServer, startTestRedis, type TestRedis } from '@shucu/jobs';
import type { Response } from 'supertest';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { Browser, type Reachable } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const WRONG = 'Falsch-und-lang-1';
const FREE = 5;
/** Whose word about addresses is taken here: the tests come by loopback. */
const BEHIND_PROXY = { TRUST_PROXY: '127.0.0.0/8, ::1' };

let networks = 0;
/** An address that nobody has come from yet. */
const newAddress = (): string => {
  networks += 1;
  return `198.18.${Math.floor(networks / 250)}.${(networks % 250) + 1}`;
};
const comingFrom = (place: Reachable, address = newAddress()): Browser =>
  new Browser(place, { 'x-forwarded-for': address });
const answer = ({ status, body }: Response): string => [status, body.code].filter(Boolean).join(' ');
const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

const stores = ['PostgreSQL', ...(hasRedisServer() ? ['Redis'] : [])];

describe.each(stores)('guessing passwords, counted in %s', (store) => {
  let redis: TestRedis | undefined;
  let platform: TestPlatform;
  let second: ApiProcess;
  let tenant: TestTenant;

  beforeAll(async () => {
    redis = store === 'Redis' ? await startTestRedis() : undefined;
    platform = await startPlatform({ redisUrl: redis?.url, variables: BEHIND_PROXY });
    second = await startSecondApi(platform, BEHIND_PROXY);
    tenant = await createTenant(platform.owner);
  });

  afterAll(async () => {
    await second?.end();
    await platform?.stop();
    await redis?.stop();
  });

  const enter = (browser: Browser, login: string, password = PASSWORD, code = tenant.code): Promise<Response> =>
    browser.post(`tenants/${code}/sign-in`, { login, password });
  const newOfficial = (): Promise<Official> => createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
  /** Strangers from everywhere, by turns at either process; what the last of them was told. */
  const attack = async (login: string, code = tenant.code, tries = FREE + 1): Promise<Response[]> => {
    const told: Response[] = [];
    for (let index = 0; index < tries; index += 1) {
      const place = index % 2 ? { server: second.url } : platform;
      told.push(await enter(comingFrom(place), login, WRONG, code));
    }
    return told;
  };

  it('makes strangers wait, wherever and at whichever process they come, with a right password too', async () => {
    const { login } = await newOfficial();
    const told = await attack(login);
    expect(told.map(answer)).toEqual([...Array(FREE).fill('401 auth.refused'), '429 auth.throttled']);
    for (const place of [platform, { server: second.url }]) {
      const late = await enter(comingFrom(place), login);
      expect(answer(late)).toBe('429 auth.throttled');
      expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
      expect(late.headers['set-cookie']).toBeUndefined();
    }
  });

  it('makes nobody wait who signed in with this browser before, from wherever, or lately from this network', async () => {
    const { login, browser } = await newOfficial();
    const office = newAddress();
    expect((await enter(comingFrom(platform, office), login)).status).toBe(204);
    await attack(login, tenant.code, 3 * FREE);
    const travelling = comingFrom({ server: second.url });
    travelling.cookies.set(DEVICE_COOKIE, browser.cookies.get(DEVICE_COOKIE) ?? '');
    expect((await enter(travelling, login)).status).toBe(204);
    expect((await enter(comingFrom({ server: second.url }, office), login)).status).toBe(204);
  });

  it('makes a browser that is known wait for its own failures alone', async () => {
    const { login, browser } = await newOfficial();
    const other = new Browser(platform);
    await other.signIn(tenant.code, login, PASSWORD);
    const told: string[] = [];
    for (let index = 0; index <= FREE; index += 1) told.push(answer(await enter(browser, login, WRONG)));
    expect(told.at(-1)).toBe('429 auth.throttled');
    expect((await enter(other, login)).status).toBe(204);
  });
});

describe('guessing passwords', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform({ variables: BEHIND_PROXY });
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    administrator = callerOf(platform, ours.tokens.provinceAdministrator);
  });

  afterAll(() => platform?.stop());

  const enter = (browser: Browser, login: string, password = PASSWORD, { code } = ours): Promise<Response> =>
    browser.post(`tenants/${code}/sign-in`, { login, password });
  const newOfficial = (): Promise<Official> => createOfficial(platform, ours, [{ role: 'provinceOfficer' }]);
  const attack = async (login: string, tenant = ours, tries = FREE + 1): Promise<Response[]> => {
    const told: Response[] = [];
    for (let index = 0; index < tries; index += 1) told.push(await enter(comingFrom(platform), login, WRONG, tenant));
    return told;
  };

  it('does not tell who has an account: an unknown login, a disabled one and a known one wait alike', async () => {
    const [known, disabled] = [await newOfficial(), await newOfficial()];
    await administrator.post(`accounts/${disabled.id}/disablement`).expect(200);
    const told = await Promise.all(
      [known.login, disabled.login, 'nobody.at.all'].map((login) => attack(login, ours, FREE + 3)),
    );
    const shown = told.map((answers) =>
      answers.map(({ body, headers }) =>
        JSON.stringify({ ...body, requestId: '', title: '', www: headers['www-authenticate'] }),
      ),
    );
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
    const waits = told.map((answers) => Number(answers.at(-1)?.headers['retry-after']));
    expect(Math.max(...waits) - Math.min(...waits)).toBeLessThanOrEqual(2);
  });

  it('does not tell by its time which part was right', async () => {
    const { body: policy } = await administrator.get('security-policy').expect(200);
    const throttle = { ...policy.settings.throttle, strangerFailures: 50 };
    const settings = { ...policy.settings, throttle };
    const { body: patient } = await administrator.put('security-policy', { version: policy.version, settings });
    const [known, guarded] = [await newOfficial(), await equip(await newOfficial())];
    const ways = [
      ['nobody.there', WRONG],
      [known.login, WRONG],
      [guarded.login, WRONG],
      [guarded.login, PASSWORD],
    ] as const;
    const times = ways.map((): number[] => []);
    for (let round = 0; round < 9; round += 1) {
      for (const [index, [login, password]] of ways.entries()) {
        const from = performance.now();
        expect((await enter(comingFrom(platform), login, password)).status).toBe(401);
        times[index]?.push(performance.now() - from);
      }
    }
    const middles = times.map(middle);
    expect(Math.min(...middles)).toBeGreaterThanOrEqual(295);
    expect(Math.max(...middles) / Math.min(...middles)).toBeLessThan(1.2);
    await administrator.put('security-policy', { version: patient.version, settings: policy.settings }).expect(200);
  });

  it('keeps a browser known to everybody who signed in with it, in whatever tenants', async () => {
    const [one, other] = [await newOfficial(), await newOfficial()];
    const elsewhere = await givePassword(platform.owner, theirs, 'expert');
    const shared = comingFrom(platform);
    await shared.signIn(ours.code, one.login, PASSWORD);
    await shared.signIn(theirs.code, elsewhere, PASSWORD);
    await shared.signIn(ours.code, other.login, PASSWORD);
    await attack(one.login);
    await attack(other.login);
    await attack(elsewhere, theirs);
    for (const [login, tenant] of [
      [one.login, ours],
      [other.login, ours],
      [elsewhere, theirs],
    ] as const) {
      const moved = comingFrom(platform);
      moved.cookies.set(DEVICE_COOKIE, shared.cookies.get(DEVICE_COOKIE) ?? '');
      expect((await enter(moved, login, PASSWORD, tenant)).status).toBe(204);
    }
  });

  it('takes no browser for known that is known to somebody else, or in another tenant', async () => {
    const [official, other] = [await newOfficial(), await newOfficial()];
    const theirLogin = await givePassword(platform.owner, theirs, 'auditor');
    const theirBrowser = comingFrom(platform);
    await theirBrowser.signIn(theirs.code, theirLogin, PASSWORD);
    const theirDevice = theirBrowser.cookies.get(DEVICE_COOKIE) ?? '';
    const own = official.browser.cookies.get(DEVICE_COOKIE) ?? '';
    await attack(official.login);
    for (const device of [
      other.browser.cookies.get(DEVICE_COOKIE) ?? '',
      theirDevice,
      theirDevice.replace(theirs.code, ours.code),
      own.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      own.toUpperCase(),
    ]) {
      const stranger = comingFrom(platform);
      stranger.cookies.set(DEVICE_COOKIE, device);
      expect(answer(await enter(stranger, official.login))).toBe('429 auth.throttled');
    }
  });

  it('leaves a way in at a new browser, too: a link of the administrator, by which older browsers are strangers again', async () => {
    const { id, login, browser: older } = await newOfficial();
    await attack(login);
    const fresh = comingFrom(platform);
    expect(answer(await enter(fresh, login))).toBe('429 auth.throttled');
    const { body: link } = await administrator.post(`accounts/${id}/links`).expect(201);
    const password = 'Kiesel-Fluss-1402';
    const accepted = await fresh.post(`tenants/${ours.code}/links/acceptance`, { token: link.token, password });
    expect(accepted.status).toBe(204);
    expect((await enter(fresh, login, password)).status).toBe(204);
    const moved = comingFrom(platform);
    moved.cookies.set(DEVICE_COOKIE, older.cookies.get(DEVICE_COOKIE) ?? '');
    expect(answer(await enter(moved, login, password))).toBe('429 auth.throttled');
  });
});
