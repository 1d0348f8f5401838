import { tenantTransaction } from '@shucu/tenancy';
import request from 'supertest';
import { createOfficial, invite } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const OTHER_PASSWORD = 'Kiesel-Fluss-1402';

describe('a link to set a password by', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let administrator: Caller;

  beforeAll(async () => {
    platform = await startPlatform();
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    administrator = callerOf(platform, ours.tokens.provinceAdministrator);
  });

  afterAll(() => platform?.stop());

  const call = (code: string, step: string, body: object) =>
    request(platform.server)
      .post(`/api/v1/tenants/${code}/links/${step}`)
      .set('sec-fetch-site', 'same-origin')
      .send(body);
  const accept = (token: string, password = PASSWORD, code = ours.code) =>
    call(code, 'acceptance', { token, password });
  const inspect = (token: string, code = ours.code) => call(code, 'inspection', { token });
  const change = (sql: string, parameters: string[]) =>
    tenantTransaction(platform.owner, ours.id, (manager) => manager.query(sql, parameters));
  const statusOf = async (id: string): Promise<string> =>
    (await administrator.get(`accounts/${id}`).expect(200)).body.status;

  it('invites: it tells whom it is for, takes a password that the rules allow, and lets in from then on', async () => {
    const { account, link } = await invite(platform, ours, [{ role: 'provinceOfficer' }]);
    const { body: told } = await inspect(link.token).expect(200);
    expect(told).toEqual({
      purpose: 'invitation',
      login: account.login,
      displayName: '王五',
      expiresAt: link.expiresAt,
    });
    const { body: refused } = await accept(link.token, 'short').expect(422);
    expect(refused.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`)).toEqual([
      'password password.minLength',
      'password password.complexity',
      'password password.common',
    ]);
    expect(await statusOf(account.id)).toBe('invited');
    await accept(link.token).expect(204);
    expect(await statusOf(account.id)).toBe('active');
    await new Browser(platform).signIn(ours.code, account.login, PASSWORD);
  });

  it('is refused alike when used, run out, made void, unknown, of another tenant or of nobody', async () => {
    const used = (await invite(platform, ours, [])).link.token;
    await accept(used).expect(204);
    const old = await invite(platform, ours, []);
    await change(`UPDATE access_link SET expires_at = now() WHERE account_id = $1`, [old.account.id]);
    const replaced = await invite(platform, ours, []);
    const { body: renewed } = await administrator.post(`accounts/${replaced.account.id}/links`).expect(201);
    const gone = await invite(platform, ours, []);
    await administrator.post(`accounts/${gone.account.id}/disablement`).expect(200);
    const { token: good } = (await invite(platform, ours, [])).link;
    const tries: [string, string][] = [
      [used, ours.code],
      [old.link.token, ours.code],
      [replaced.link.token, ours.code],
      [gone.link.token, ours.code],
      [good, theirs.code],
      [good.replace(ours.code, theirs.code), theirs.code],
      [good.replace(ours.code, theirs.code), ours.code],
      [`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`, ours.code],
      [good, 'no-such-tenant'],
      ['', ours.code],
    ];
    const shown = new Set<string>();
    for (const [token, code] of tries) {
      for (const { status, body } of [await inspect(token, code), await accept(token, PASSWORD, code)]) {
        shown.add(JSON.stringify({ status, ...body, requestId: '' }));
      }
    }
    expect([...shown].map((answer) => JSON.parse(answer))).toEqual([
      expect.objectContaining({ status: 401, code: 'auth.linkInvalid' }),
    ]);
    await accept(good).expect(204);
    await accept(renewed.token).expect(204);
  });

  it('is good for one of two who come at the same moment', async () => {
    const { link } = await invite(platform, ours, []);
    const answers = await Promise.all([accept(link.token), accept(link.token, OTHER_PASSWORD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it('resets: the password before holds until then, and whoever is signed in is signed out', async () => {
    const { id, login, browser } = await createOfficial(platform, ours, []);
    const { body: first } = await administrator.post(`accounts/${id}/links`).expect(201);
    const { body: second } = await administrator.post(`accounts/${id}/links`).expect(201);
    expect(second.purpose).toBe('reset');
    await new Browser(platform).signIn(ours.code, login, PASSWORD);
    expect((await browser.get('me')).status).toBe(200);
    await accept(first.token, OTHER_PASSWORD).expect(401);
    const { body: repeated } = await accept(second.token, PASSWORD).expect(422);
    expect(repeated.errors).toEqual([expect.objectContaining({ field: 'password', rule: 'password.history' })]);
    await accept(second.token, OTHER_PASSWORD).expect(204);
    expect((await browser.get('me')).status).toBe(401);
    await expect(new Browser(platform).signIn(ours.code, login, PASSWORD)).rejects.toThrow('401');
    await new Browser(platform).signIn(ours.code, login, OTHER_PASSWORD);
  });

  it('is kept in the audit log of the tenant, the refusals too, and never its secret', async () => {
    const { account, link } = await invite(platform, ours, []);
    await accept('wrong').expect(401);
    await accept(link.token).expect(204);
    const entries = (await change(
      'SELECT result, action, actor_id, subject, body FROM audit_entry WHERE tenant_id = $1',
      [ours.id],
    )) as { result: string; action: string; actor_id: string | null; subject: string; body: string }[];
    expect(entries).toContainEqual(expect.objectContaining({ result: 'refused', action: 'LinksController.accept' }));
    expect(entries).toContainEqual(
      expect.objectContaining({ result: 'done', subject: 'access_link', actor_id: account.id }),
    );
    const [stored] = (await change('SELECT token_hash FROM access_link WHERE account_id = $1', [account.id])) as {
      token_hash: string;
    }[];
    for (const secret of [link.token, stored?.token_hash ?? '']) {
      expect(secret.length).toBeGreaterThan(40);
      expect(entries.filter(({ body }) => body.includes(secret))).toEqual([]);
    }
  });
});
