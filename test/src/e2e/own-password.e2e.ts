import { tenantTransaction } from '@shucu/tenancy';
import type { Response } from 'supertest';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestPerson, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const NEXT = 'Kiesel-Fluss-1402';

describe('one’s own password', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
  });

  afterAll(() => platform?.stop());

  /** A browser in which somebody is signed in. */
  const signedIn = async (login: string, password = PASSWORD): Promise<Browser> => {
    const browser = new Browser(platform);
    await browser.signIn(tenant.code, login, password);
    return browser;
  };
  const newPerson = (person: TestPerson = 'provinceOfficer') => givePassword(platform.owner, tenant, person);
  const change = (browser: Browser, next: string, current = PASSWORD): Promise<Response> =>
    browser.post('me/password', { current, next });
  const rules = ({ body }: Response): string[] => body.errors.map(({ rule }: { rule: string }) => rule);

  it('is changed with the present one, in the session one is in; every other session is over', async () => {
    const login = await newPerson();
    const [here, there] = [await signedIn(login), await signedIn(login)];
    const { status, body } = await change(here, NEXT, 'Falsch-und-lang-1');
    expect([status, body.code]).toEqual([403, 'auth.passwordRefused']);
    expect((await there.get('me')).status).toBe(200);
    expect((await change(here, NEXT)).status).toBe(204);
    expect([(await here.get('me')).status, (await there.get('me')).status]).toEqual([200, 401]);
    await expect(signedIn(login)).rejects.toThrow('401');
    await signedIn(login, NEXT);
  });

  it('follows the rules of the tenant, its history and its least age', async () => {
    const browser = await signedIn(await newPerson());
    expect(rules(await change(browser, 'admin'))).toEqual(
      expect.arrayContaining(['password.minLength', 'password.complexity', 'password.common']),
    );
    expect(rules(await change(browser, 'Xq-provinceofficer-77'))).toEqual(['password.containsName']);
    expect(rules(await change(browser, PASSWORD))).toEqual(['password.history']);
    expect((await change(browser, NEXT)).status).toBe(204);
    expect(rules(await change(browser, 'Ufer-Kiesel-7788', NEXT))).toEqual(['password.minimumAge']);
  });

  it('tells beforehand when it will have run out, and nothing to who has none', async () => {
    const browser = await signedIn(await newPerson());
    await change(browser, NEXT);
    const days = (Date.parse((await browser.get('me')).body.passwordExpiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    const { body } = await callerOf(platform, tenant.tokens.expert).get('me').expect(200);
    expect(body.passwordExpiresAt).toBeNull();
  });

  it('that has run out must be changed before anything else', async () => {
    const login = await newPerson();
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE credential SET password_changed_at = now() - interval '91 days' WHERE tenant_id = $1`, [
        tenant.id,
      ]),
    );
    const browser = await signedIn(login);
    const refused = await browser.get('centers');
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.passwordFirst']);
    expect((await change(browser, NEXT)).status).toBe(204);
    expect((await browser.get('centers')).status).toBe(200);
  });

  it('leaves every sign-in, refusal and change in the log: who, from where and how, and no password', async () => {
    const login = await newPerson();
    const browser = new Browser(platform);
    await browser.post(`tenants/${tenant.code}/sign-in`, { login, password: 'Falsch-und-lang-1' });
    await browser.signIn(tenant.code, login, PASSWORD);
    await change(browser, NEXT);
    const auditor = callerOf(platform, tenant.tokens.auditor);
    const { body: signIns } = await auditor.get('audit-entries?action=session.signIn').expect(200);
    const request = expect.objectContaining({ address: expect.stringContaining('127.0.0.1') });
    expect(signIns.items).toMatchObject([
      { result: 'done', actor: { id: tenant.accounts.provinceOfficer }, details: { method: 'password' }, request },
      { result: 'refused', details: { login, reason: 'refused' }, request },
    ]);
    const { body: changes } = await auditor.get('audit-entries?subject=credential').expect(200);
    expect(changes.items[0]).toMatchObject({
      actor: { id: tenant.accounts.provinceOfficer },
      before: { password_hash: '•' },
      after: { password_hash: '•' },
    });
    const written = JSON.stringify([signIns, changes]);
    for (const secret of [PASSWORD, NEXT, '$argon2id$']) expect(written).not.toContain(secret);
  });

  it('begins a new session, and ends the one that the browser had, whatever was copied of it', async () => {
    const login = await newPerson();
    const browser = await signedIn(login);
    const copy = new Browser(platform);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    await browser.signIn(tenant.code, login, PASSWORD);
    expect([(await browser.get('me')).status, (await copy.get('me')).status]).toEqual([200, 401]);
    expect((await browser.get('me/sessions')).body).toHaveLength(1);
  });

  it('is guessed a few times from within a session, too', async () => {
    const browser = await signedIn(await newPerson());
    const guesses: number[] = [];
    for (let guess = 0; guess < 6; guess += 1) guesses.push((await change(browser, NEXT, `falsch-${guess}`)).status);
    expect(guesses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await change(browser, NEXT)).status).toBe(429);
  });

  it('is guessed a few times, and then waited for', async () => {
    const login = await newPerson();
    const attempt = { login, password: 'Falsch-und-lang-1' };
    const answers: Response[] = [];
    for (let guess = 0; guess < 6; guess += 1) {
      answers.push(await new Browser(platform).post(`tenants/${tenant.code}/sign-in`, attempt));
    }
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429]);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    const { body } = await callerOf(platform, tenant.tokens.auditor)
      .get('audit-entries?action=session.signIn&result=refused')
      .expect(200);
    expect(body.items[0]).toMatchObject({ details: { login, reason: 'throttled' } });
  });
});
