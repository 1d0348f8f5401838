import { DEVICE_COOKIE, SESSION_COOKIE } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import request from 'supertest';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

describe('signing in', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let login: string;

  beforeAll(async () => {
    platform = await startPlatform();
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    login = await givePassword(platform.owner, ours, 'provinceOfficer');
    await givePassword(platform.owner, theirs, 'provinceOfficer');
  });

  afterAll(() => platform?.stop());

  const attempt = (code: string, body: object) =>
    request(platform.server).post(`/api/v1/tenants/${code}/sign-in`).set('sec-fetch-site', 'same-origin').send(body);
  const signedIn = async (tenant = ours): Promise<Browser> => {
    const browser = new Browser(platform);
    await browser.signIn(tenant.code, login, PASSWORD);
    return browser;
  };

  it('gives a session in a cookie that only the browser and only this host can use', async () => {
    const { headers, status, text } = await attempt(ours.code, { login, password: PASSWORD });
    expect([status, text]).toEqual([204, '']);
    const cookies = headers['set-cookie'] as unknown as string[];
    for (const name of [SESSION_COOKIE, DEVICE_COOKIE]) {
      const cookie = cookies.find((one) => one.startsWith(`${name}=`));
      expect(cookie).toMatch(/^__Host-/);
      for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
      expect(cookie).not.toMatch(/domain=/i);
    }
  });

  it('tells who one is and what one may do', async () => {
    const { body } = await (await signedIn()).get('me');
    expect(body).toMatchObject({
      tenant: { code: ours.code },
      account: { login, displayName: 'provinceOfficer' },
      roles: [{ role: 'provinceOfficer', regionId: null }],
      pending: null,
      otherTenants: [],
    });
    const of = (subject: string): string[] =>
      body.abilities
        .filter((one: { subject: string }) => one.subject === subject)
        .flatMap((one: { actions: string[] }) => one.actions);
    expect(of('RatingRun')).toEqual(expect.arrayContaining(['read', 'start', 'finalise', 'publish']));
    expect(of('AuditEntry')).toEqual([]);
  });

  it('refuses alike whatever is wrong', async () => {
    const answers = await Promise.all([
      attempt(ours.code, { login, password: 'Falsch-und-lang-1' }),
      attempt(ours.code, { login: 'nobody', password: PASSWORD }),
      attempt('no-such-tenant', { login, password: PASSWORD }),
      attempt(theirs.code, { login: 'cityofficer', password: PASSWORD }),
    ]);
    const shown = answers.map(({ status, body }) => JSON.stringify({ status, ...body, requestId: '' }));
    expect(new Set(shown).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
  });

  it('takes a tampered token, one of another tenant and a claimed tenant for nothing', async () => {
    const browser = await signedIn();
    const token = browser.cookies.get(SESSION_COOKIE) ?? '';
    const get = (cookie: string, header: Record<string, string> = {}) =>
      request(platform.server).get('/api/v1/me').set('cookie', `${SESSION_COOKIE}=${cookie}`).set(header);
    await get(token).expect(200);
    await get(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`).expect(401);
    await get(token.replace(ours.code, theirs.code)).expect(401);
    const { body } = await get(token, { 'x-tenant': theirs.code, 'x-tenant-id': theirs.id }).expect(200);
    expect(body.tenant.code).toBe(ours.code);
    await request(platform.server)
      .get('/api/v1/me')
      .set('authorization', `Bearer ${ours.tokens.auditor.replace(ours.code, theirs.code)}`)
      .expect(401);
  });

  it('ends a session for every process at once', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { body: sessions } = await here.get('me/sessions');
    const other = sessions.find(({ isPresent }: { isPresent: boolean }) => !isPresent);
    expect((await here.send('delete', `me/sessions/${other.id}`)).status).toBe(204);
    await here.post('me/sessions/end-others');
    expect([(await there.get('me')).status, (await here.get('me')).status]).toEqual([401, 200]);
    const { body: mine } = await here.get('me/sessions');
    expect((await here.send('delete', `me/sessions/${mine[0].id}`)).status).toBe(204);
    expect(here.cookies.has(SESSION_COOKIE)).toBe(false);
    expect((await here.get('me')).status).toBe(401);
  });

  it('ends with a disabled account, an idle time and an absolute one', async () => {
    const change = (sql: string) =>
      tenantTransaction(platform.owner, ours.id, (manager) =>
        manager.query(sql, [ours.id, ours.accounts.provinceOfficer]),
      );
    const browser = await signedIn();
    await change(`UPDATE account SET status = 'disabled' WHERE tenant_id = $1 AND id = $2`);
    expect((await browser.get('me')).status).toBe(401);
    expect((await attempt(ours.code, { login, password: PASSWORD })).status).toBe(401);
    await change(`UPDATE account SET status = 'active' WHERE tenant_id = $1 AND id = $2`);
    expect((await browser.get('me')).status).toBe(200);
    await change(
      `UPDATE session SET last_seen_at = now() - interval '31 minutes' WHERE tenant_id = $1 AND account_id = $2`,
    );
    expect((await browser.get('me')).status).toBe(401);
    const later = await signedIn();
    await change(`UPDATE session SET expires_at = now() WHERE tenant_id = $1 AND account_id = $2`);
    expect((await later.get('me')).status).toBe(401);
  });

  it('holds sessions in two tenants side by side and switches between them when asked', async () => {
    const browser = await signedIn(ours);
    await browser.signIn(theirs.code, login, PASSWORD);
    const { body } = await browser.get('me');
    expect(body).toMatchObject({ tenant: { code: theirs.code }, otherTenants: [ours.code] });
    expect((await browser.post('session/switch', { tenantCode: ours.code })).status).toBe(204);
    expect((await browser.get('me')).body).toMatchObject({ tenant: { code: ours.code }, otherTenants: [theirs.code] });
    expect((await browser.post('session/switch', { tenantCode: 'elsewhere' })).status).toBe(401);
  });
});
