import { SESSION_COOKIE } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const AT_ONCE_MS = 1_000;
const OFFICER = { role: 'provinceOfficer' } as const;

describe('what is taken away is gone within a second in another process, too', () => {
  let platform: TestPlatform;
  let second: ApiProcess;
  let tenant: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    second = await startSecondApi(platform);
    tenant = await createTenant(platform.owner);
    administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  });

  afterAll(async () => {
    await second?.end();
    await platform?.stop();
  });

  const query = (sql: string, ...parameters: unknown[]): Promise<unknown> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query(sql, parameters));
  const signedIn = async ({ login }: Official): Promise<Browser> => {
    const browser = new Browser(platform);
    await browser.signIn(tenant.code, login, PASSWORD);
    return browser;
  };
  const presentSession = async (browser: Browser): Promise<string> => (await browser.get('me')).body.sessionId;

  /** What somebody does to an official, here; the official's requests go to the other process. */
  const deeds: Record<string, { readonly deed: (official: Official) => Promise<unknown>; readonly left: number }> = {
    'a session whose account is disabled': {
      deed: ({ id }) => administrator.post(`accounts/${id}/disablement`).expect(200),
      left: 401,
    },
    'a role that is taken': {
      deed: async ({ id }) => {
        const { body } = await administrator.get(`accounts/${id}`).expect(200);
        await administrator.put(`accounts/${id}/roles`, { version: body.version, roles: [] }).expect(200);
      },
      left: 403,
    },
    'a session that an administrator ends': {
      deed: ({ id }) => administrator.delete(`accounts/${id}/sessions`).expect(200),
      left: 401,
    },
    'a session that is ended from another one': {
      deed: async (official) => {
        const id = await presentSession(official.browser);
        await (await signedIn(official)).send('delete', `me/sessions/${id}`);
      },
      left: 401,
    },
    'a session that is ended with all others': {
      deed: async (official) => (await signedIn(official)).post('me/sessions/end-others'),
      left: 401,
    },
    'a session that is signed out, for whoever copied its cookie': {
      deed: async ({ browser }) => browser.send('delete', `me/sessions/${await presentSession(browser)}`),
      left: 401,
    },
    'a session of a password that is changed': {
      deed: async (official) => {
        const browser = await signedIn(official);
        await query(
          `UPDATE credential SET password_changed_at = now() - interval '2 days' WHERE account_id = $1`,
          official.id,
        );
        await browser.post('me/password', { current: PASSWORD, next: 'Kiesel-Fluss-1402' });
      },
      left: 401,
    },
    'a session from before the second factor': {
      deed: async (official) => equip({ ...official, browser: await signedIn(official) }),
      left: 401,
    },
  };

  it.each(Object.keys(deeds))('%s', async (name) => {
    const official = await createOfficial(platform, tenant, [OFFICER]);
    const elsewhere = official.browser.at({ server: second.url });
    expect((await elsewhere.get('centers')).status).toBe(200);
    await deeds[name]?.deed(official);
    const from = performance.now();
    expect((await elsewhere.get('centers')).status).toBe(deeds[name]?.left);
    expect(performance.now() - from).toBeLessThan(AT_ONCE_MS);
  });

  it('an API token that is revoked, by its owner or by an administrator', async () => {
    const official = await createOfficial(platform, tenant, [OFFICER]);
    const there = (token: string): Browser => new Browser({ server: second.url }, { authorization: `Bearer ${token}` });
    for (const revoke of [
      (id: string) => official.browser.send('delete', `me/api-tokens/${id}`),
      (id: string) => administrator.delete(`api-tokens/${id}`).expect(204),
    ]) {
      const { body } = await official.browser.post('me/api-tokens', { name: '接口', scopes: ['Center:read'] });
      expect((await there(body.token).get('centers')).status).toBe(200);
      await revoke(body.id);
      expect((await there(body.token).get('centers')).status).toBe(401);
    }
  });

  it('also while a request of the session takes long: it holds nothing that its end would have to wait for', async () => {
    const official = await createOfficial(platform, tenant, [OFFICER]);
    await query(`UPDATE session SET last_seen_at = now() - interval '5 minutes' WHERE account_id = $1`, official.id);
    // Handed out in an object, so that the transaction does not wait for it.
    const { long } = await platform.owner.transaction(async (manager) => {
      await manager.query('LOCK TABLE center IN ACCESS EXCLUSIVE MODE');
      const request = official.browser.at({ server: second.url }).get('centers');
      const waiting = request.then((response) => response);
      await until('the long request at the lock', async () => {
        const found = await platform.owner.query(
          `SELECT 1 FROM pg_locks WHERE relation = 'center'::regclass AND NOT granted`,
        );
        return found.length > 0;
      });
      const from = performance.now();
      await administrator.post(`accounts/${official.id}/disablement`).expect(200);
      expect(performance.now() - from).toBeLessThan(AT_ONCE_MS);
      expect((await official.browser.get('me')).status).toBe(401);
      return { long: waiting };
    });
    await long;
    expect(official.browser.cookies.has(SESSION_COOKIE)).toBe(true);
    expect((await official.browser.get('me')).status).toBe(401);
  });

  it('keeps a session alive by its requests, and by nothing that was refused', async () => {
    const { id, browser } = await createOfficial(platform, tenant, [OFFICER]);
    const idleSince = (minutes: number) =>
      query('UPDATE session SET last_seen_at = now() - make_interval(mins => $2) WHERE account_id = $1', id, minutes);
    await idleSince(29);
    expect((await browser.get('centers')).status).toBe(200);
    await idleSince(29);
    expect((await browser.get('audit-entries')).status).toBe(403);
    await query(`UPDATE session SET last_seen_at = last_seen_at - interval '2 minutes' WHERE account_id = $1`, id);
    expect((await browser.get('centers')).status).toBe(401);
  });
});
