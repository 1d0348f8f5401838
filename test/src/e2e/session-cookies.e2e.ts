import { DEVICE_COOKIE, newSecretToken, OTHER_SESSIONS_COOKIE, SESSION_COOKIE } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import type { Response } from 'supertest';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const WRONG = 'Falsch-und-lang-1';

describe('the cookies of a browser', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;

  beforeAll(async () => {
    platform = await startPlatform();
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    for (const tenant of [ours, theirs]) {
      for (const person of ['provinceOfficer', 'expert'] as const) await givePassword(platform.owner, tenant, person);
    }
  });

  afterAll(() => platform?.stop());

  const signedIn = async (login: string, ...tenants: TestTenant[]): Promise<Browser> => {
    const browser = new Browser(platform);
    for (const { code } of tenants) await browser.signIn(code, login, PASSWORD);
    return browser;
  };
  const endSessions = ({ id }: TestTenant): Promise<unknown> =>
    tenantTransaction(platform.owner, id, (manager) =>
      manager.query(`UPDATE session SET ended_at = now(), end_reason = 'signedOut' WHERE tenant_id = $1`, [id]),
    );
  const switchTo = (browser: Browser, { code }: TestTenant): Promise<Response> =>
    browser.post('session/switch', { tenantCode: code });
  const shown = ({ status, body }: Response): string => JSON.stringify({ status, ...body, requestId: '' });
  const keptRefusals = async (): Promise<object[]> => {
    const path = 'audit-entries?action=SignInController.switchTenant&result=refused';
    return (await callerOf(platform, theirs.tokens.auditor).get(path).expect(200)).body.items;
  };
  const copyOf = (browser: Browser): Browser => browser.at(platform);

  it('begin a session of its own at every sign-in, whatever session somebody had planted', async () => {
    const attacker = await signedIn('expert', ours);
    const planted = attacker.cookies.get(SESSION_COOKIE) ?? '';
    for (const token of [planted, newSecretToken(ours.code).token]) {
      const victim = new Browser(platform);
      victim.cookies.set(SESSION_COOKIE, token);
      await victim.signIn(ours.code, 'provinceofficer', PASSWORD);
      expect(victim.cookies.get(SESSION_COOKIE)).not.toBe(token);
      expect(victim.cookies.has(OTHER_SESSIONS_COOKIE)).toBe(false);
      expect((await victim.get('me')).body.account.login).toBe('provinceofficer');
    }
    expect((await attacker.get('me')).status).toBe(401);
  });

  it('end with a new sign-in what the browser had in that tenant, also beside the present session', async () => {
    const browser = await signedIn('expert', theirs, ours);
    const before = copyOf(browser);
    await browser.signIn(theirs.code, 'provinceofficer', PASSWORD);
    expect((await before.get('me')).status).toBe(200);
    expect((await switchTo(before, theirs)).status).toBe(401);
    expect((await switchTo(browser, ours)).status).toBe(204);
  });

  it('leave everything as it was where a sign-in is refused', async () => {
    const browser = await signedIn('expert', theirs, ours);
    const before = new Map(browser.cookies);
    const refused = await browser.post(`tenants/${ours.code}/sign-in`, { login: 'expert', password: WRONG });
    expect(refused.status).toBe(401);
    expect(browser.cookies).toEqual(before);
    expect((await browser.get('me')).body.tenant.code).toBe(ours.code);
  });

  it('forget the session that is signed out, and keep the one in another tenant', async () => {
    const browser = await signedIn('expert', theirs, ours);
    const { body } = await browser.get('me');
    expect((await browser.send('delete', `me/sessions/${body.sessionId}`)).status).toBe(204);
    expect([...browser.cookies.keys()].sort()).toEqual([DEVICE_COOKIE, OTHER_SESSIONS_COOKIE].sort());
    expect((await browser.get('me')).status).toBe(401);
    expect((await switchTo(browser, theirs)).status).toBe(204);
    expect((await browser.get('me')).body).toMatchObject({ tenant: { code: theirs.code }, otherTenants: [] });
  });

  it('lead on also where the present session is over', async () => {
    const browser = await signedIn('expert', theirs, ours);
    await endSessions(ours);
    expect((await browser.get('me')).status).toBe(401);
    expect((await switchTo(browser, theirs)).status).toBe(204);
    expect((await browser.get('me')).body.tenant.code).toBe(theirs.code);
  });

  it('lead to no session that is over, changed, of another tenant or was never held: alike, logged, and forgotten', async () => {
    const before = await keptRefusals();
    const refusals: string[] = [];
    const dead = await signedIn('expert', theirs, ours);
    await endSessions(theirs);
    refusals.push(shown(await switchTo(dead, theirs)));
    expect(dead.cookies.has(OTHER_SESSIONS_COOKIE)).toBe(false);
    expect((await dead.get('me')).body).toMatchObject({ tenant: { code: ours.code }, otherTenants: [] });
    const own = (await signedIn('provinceofficer', ours)).cookies.get(SESSION_COOKIE) ?? '';
    const forged = [
      newSecretToken(theirs.code).token,
      own.replace(ours.code, theirs.code),
      own,
      `${own}~`,
      'x'.repeat(4_000),
      '~~~',
      '%00',
    ];
    for (const value of forged) {
      const browser = await signedIn('expert', ours);
      browser.cookies.set(OTHER_SESSIONS_COOKIE, value);
      refusals.push(shown(await switchTo(browser, theirs)));
      expect((await browser.get('me')).body.tenant.code).toBe(ours.code);
    }
    refusals.push(shown(await switchTo(new Browser(platform), theirs)));
    refusals.push(shown(await new Browser(platform).post('session/switch', { tenantCode: 'no-such-tenant' })));
    expect(new Set(refusals).size).toBe(1);
    const kept = (await keptRefusals()).slice(0, -before.length || undefined);
    expect(kept).toHaveLength(refusals.length - 1);
    for (const entry of kept)
      expect(entry).toMatchObject({ actor: { kind: 'public' }, details: { code: 'auth.refused' } });
  });

  it('are remembered for twenty browsers of an account, the latest, and for 400 days', async () => {
    const devices = (sql: string): Promise<{ at: string }[]> =>
      tenantTransaction(platform.owner, ours.id, (manager) => manager.query(sql, [ours.id, ours.accounts.expert]));
    const [first, kept] = [await signedIn('expert', ours), await signedIn('expert', ours)];
    for (let others = 0; others < 19; others += 1) await signedIn('expert', ours);
    const list = 'SELECT id FROM known_device WHERE tenant_id = $1 AND account_id = $2';
    expect(await devices(list)).toHaveLength(20);
    const deviceOf = (browser: Browser): string => browser.cookies.get(DEVICE_COOKIE)?.split('~')[0] ?? '';
    const again = async (browser: Browser): Promise<boolean> => {
      const before = deviceOf(browser);
      await browser.signIn(ours.code, 'expert', PASSWORD);
      return deviceOf(browser) === before;
    };
    expect([await again(kept), await again(first)]).toEqual([true, false]);
    await devices(
      `UPDATE known_device SET last_used_at = now() - interval '401 days' WHERE tenant_id = $1 AND account_id = $2`,
    );
    expect(await again(kept)).toBe(false);
    expect(await devices(list)).toHaveLength(1);
  });

  it('are named by no header, query or body', async () => {
    const browser = await signedIn('expert', ours);
    const claiming = new Browser(platform, {
      'x-tenant': theirs.code,
      'x-tenant-id': theirs.id,
      'x-forwarded-host': `${theirs.code}.example`,
      'x-account-id': theirs.accounts.expert,
    });
    for (const [name, value] of browser.cookies) claiming.cookies.set(name, value);
    expect((await claiming.get('me')).body.tenant.code).toBe(ours.code);
    expect((await claiming.get(`me?tenantId=${theirs.id}`)).body.tenant.code).toBe(ours.code);
    const body = { login: 'expert', password: PASSWORD, tenantCode: theirs.code };
    expect((await claiming.post(`tenants/${ours.code}/sign-in`, body)).status).toBe(422);
  });
});
