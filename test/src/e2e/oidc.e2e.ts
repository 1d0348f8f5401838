import { OIDC_ATTEMPT_COOKIE, OIDC_PROOF_COOKIE, SESSION_COOKIE } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import { createIdentityProvider, redirectUriOf } from '../factories/identity-provider.factory.js';
import { invite, SECURITY_ADMINISTRATOR } from '../factories/official.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { giveSecondFactor } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { type OidcServer, startOidcServer } from '../harness/oidc-server.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

const SSO = 'sso';
const UNPROVEN = 'externalIdentity.unproven';

describe('single sign-on', () => {
  let platform: TestPlatform;
  let ours: TestTenant;
  let theirs: TestTenant;
  let server: OidcServer;

  beforeAll(async () => {
    platform = await startPlatform();
    [ours, theirs] = [await createTenant(platform.owner), await createTenant(platform.owner)];
    server = await startOidcServer([ours, theirs].map((tenant) => redirectUriOf(platform, tenant, SSO)));
    for (const tenant of [ours, theirs]) await createIdentityProvider(platform, tenant, SSO, server);
    await givePassword(platform.owner, ours, 'provinceOfficer');
    await givePassword(platform.owner, theirs, 'provinceOfficer');
    await givePassword(platform.owner, ours, 'cityOfficer');
  });

  afterAll(() => Promise.all([platform?.stop(), server?.stop()]));

  beforeEach(() => {
    server.tampering = null;
  });

  const visitor = (browser = new Browser(platform), { code } = ours): SingleSignOn =>
    new SingleSignOn(browser, server, code, SSO);
  const codes = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
  /** Signed in by password, and the identity linked. */
  const linked = async (person: 'provinceOfficer' | 'cityOfficer', user: string, tenant = ours): Promise<Browser> => {
    const browser = new Browser(platform);
    await browser.signIn(tenant.code, person.toLowerCase(), PASSWORD);
    await visitor(browser, tenant).prove(user);
    const answer = await browser.post('me/external-identities', { provider: SSO, password: PASSWORD });
    if (answer.status !== 204) throw new Error(`Not linked: ${answer.status} ${answer.text}`);
    return browser;
  };

  it('signs in who has linked the identity, and says so in the session and in the audit log', async () => {
    await linked('provinceOfficer', 'zhang.san');
    const sso = visitor();
    const proven = await sso.prove('zhang.san', '/t/评估?step=2#top');
    expect([proven.status, proven.headers['location']]).toEqual([303, '/t/%E8%AF%84%E4%BC%B0?step=2#top']);
    expect((await sso.enter()).status).toBe(204);
    expect((await sso.browser.get('me')).body).toMatchObject({ account: { login: 'provinceofficer' }, pending: null });
    const { body: sessions } = await sso.browser.get('me/sessions');
    expect(sessions.find(({ isPresent }: { isPresent: boolean }) => isPresent)).toMatchObject({
      method: 'oidc',
      secondFactor: false,
    });
    const { body: identities } = await sso.browser.get('me/external-identities');
    expect(identities).toEqual([
      {
        id: expect.any(String),
        provider: { slug: SSO, name: '省统一身份认证' },
        issuer: server.issuer,
        subject: 'zhang.san',
        linkedAt: expect.any(String),
      },
    ]);
    const [noted] = await tenantTransaction(platform.owner, ours.id, (manager) =>
      manager.query(
        `SELECT actor_id, result, body::jsonb -> 'details' AS details FROM audit_entry
         WHERE action = 'session.signIn' ORDER BY seq DESC LIMIT 1`,
      ),
    );
    expect(noted).toMatchObject({
      actor_id: ours.accounts.provinceOfficer,
      result: 'done',
      details: { method: 'oidc' },
    });
  });

  it('keeps what it must remember where only the browser can send it and nobody can read it', async () => {
    const sso = visitor();
    const begun = await sso.begin();
    const back = await server.signIn(begun.body.url, 'zhang.san');
    const proven = await sso.browser.arrive(back);
    for (const [answer, name, sameSite] of [
      [begun, OIDC_ATTEMPT_COOKIE, 'Lax'],
      [proven, OIDC_PROOF_COOKIE, 'Strict'],
    ] as const) {
      const set = (answer.headers['set-cookie'] as unknown as string[]).find((line) => line.startsWith(`${name}=`));
      for (const part of ['HttpOnly', 'Secure', 'Path=/', `SameSite=${sameSite}`, 'Max-Age='])
        expect(set).toContain(part);
      expect(set).not.toMatch(/domain=|zhang/i);
    }
    expect(sso.browser.cookies.has(OIDC_ATTEMPT_COOKIE)).toBe(false);
    expect((await sso.enter()).status).toBe(204);
    expect(sso.browser.cookies.has(OIDC_PROOF_COOKIE)).toBe(false);
  });

  it('leaves the session in another tenant beside it', async () => {
    const browser = new Browser(platform);
    await browser.signIn(theirs.code, 'provinceofficer', PASSWORD);
    expect((await visitor(browser).signIn('zhang.san')).status).toBe(204);
    expect((await browser.get('me')).body).toMatchObject({ tenant: { code: ours.code }, otherTenants: [theirs.code] });
  });

  it('knows a person in the tenant alone in which the identity was linked', async () => {
    expect(codes(await visitor(new Browser(platform), theirs).signIn('zhang.san'))).toEqual([401, 'auth.refused']);
    await linked('provinceOfficer', 'zhang.san', theirs);
    const elsewhere = visitor(new Browser(platform), theirs);
    expect((await elsewhere.signIn('zhang.san')).status).toBe(204);
    expect((await elsewhere.browser.get('me')).body.tenant.code).toBe(theirs.code);
  });

  it('asks for the second factor of the account, unless the provider has asked for one', async () => {
    await linked('cityOfficer', 'li.si');
    const code = await giveSecondFactor(platform, ours, ours.accounts.cityOfficer);
    const sso = visitor();
    expect(codes(await sso.signIn('li.si'))).toEqual([401, 'auth.refused']);
    expect(codes(await sso.enter('000000'))).toEqual([401, 'auth.refused']);
    const right = code();
    expect((await sso.enter(right)).status).toBe(204);
    expect((await sso.browser.get('me/sessions')).body[0]).toMatchObject({ method: 'oidc', secondFactor: true });
    expect(codes(await visitor().signIn('li.si', right))).toEqual([401, 'auth.refused']);
    server.tampering = ({ header, claims }) => ({ header, claims: { ...claims, amr: ['pwd', 'sms', 'mfa'] } });
    expect((await visitor().signIn('li.si')).status).toBe(204);
    server.tampering = null;
    const guesser = visitor();
    await guesser.prove('li.si');
    const guesses: number[] = [];
    for (let guess = 0; guess < 12; guess += 1) guesses.push((await guesser.enter(`11111${guess % 10}`)).status);
    expect([guesses[0], guesses.at(-1)]).toEqual([401, 429]);
  });

  it('accepts an invitation in place of a password, once, and never a reset', async () => {
    const { account, link } = await invite(platform, ours, [SECURITY_ADMINISTRATOR]);
    expect(codes(await visitor().accept(link.token))).toEqual([409, UNPROVEN]);
    const sso = visitor();
    await sso.prove('wang.wu');
    expect(codes(await sso.accept(link.token.replace(ours.code, theirs.code)))).toEqual([401, 'auth.linkInvalid']);
    expect((await sso.accept(link.token)).status).toBe(204);
    await sso.prove('zhao.liu');
    expect(codes(await sso.accept(link.token))).toEqual([401, 'auth.linkInvalid']);
    expect((await sso.signIn('wang.wu')).status).toBe(204);
    expect((await sso.browser.get('me')).body.account.id).toBe(account.id);
    const administrator = callerOf(platform, ours.tokens.provinceAdministrator);
    const { body: reset } = await administrator.post(`accounts/${account.id}/links`).expect(201);
    await sso.prove('zhao.liu');
    expect(codes(await sso.accept(reset.token))).toEqual([401, 'auth.linkInvalid']);
    const [{ id }] = (await sso.browser.get('me/external-identities')).body;
    expect(codes(await sso.browser.send('delete', `me/external-identities/${id}`))).toEqual([
      409,
      'externalIdentity.last',
    ]);
  });

  it('lets who has no password prove the person by having come in just now, and says so later', async () => {
    const { account, link } = await invite(platform, ours, [SECURITY_ADMINISTRATOR]);
    const sso = visitor();
    await sso.prove('qian.ba');
    expect((await sso.accept(link.token)).status).toBe(204);
    expect((await sso.signIn('qian.ba')).status).toBe(204);
    expect(codes(await sso.browser.post('me/password', { current: PASSWORD, next: `${PASSWORD}x` }))).toEqual([
      409,
      'auth.noPassword',
    ]);
    const later = `UPDATE session SET created_at = now() - interval '11 minutes' WHERE tenant_id = $1 AND account_id = $2`;
    expect((await sso.browser.post('me/two-factor')).status).toBe(201);
    await tenantTransaction(platform.owner, ours.id, (manager) => manager.query(later, [ours.id, account.id]));
    expect(codes(await sso.browser.post('me/two-factor'))).toEqual([403, 'auth.signInAnew']);
  });

  it('links with the password, by a session, what was just proven, once, and to one account', async () => {
    const browser = new Browser(platform);
    await browser.signIn(ours.code, 'provinceofficer', PASSWORD);
    const link = (password = PASSWORD) => browser.post('me/external-identities', { provider: SSO, password });
    expect(codes(await link())).toEqual([409, UNPROVEN]);
    await visitor(browser).prove('sun.qi');
    expect(codes(await link('Falsch-und-lang-1'))).toEqual([403, 'auth.passwordRefused']);
    const proof = browser.cookies.get(OIDC_PROOF_COOKIE) ?? '';
    expect((await link()).status).toBe(204);
    browser.cookies.set(OIDC_PROOF_COOKIE, proof);
    expect(codes(await link())).toEqual([409, UNPROVEN]);
    await visitor(browser).prove('li.si');
    expect(codes(await link())).toEqual([409, 'externalIdentity.taken']);
    const machine = callerOf(platform, ours.tokens.provinceOfficer);
    const { body } = await machine.post('me/external-identities', { provider: SSO, password: PASSWORD }).expect(403);
    expect(body.code).toBe('auth.sessionNeeded');
  });

  it('ends with the link: other sessions are over, and the identity is nobody’s', async () => {
    const sso = visitor();
    await sso.signIn('sun.qi');
    const browser = new Browser(platform);
    await browser.signIn(ours.code, 'provinceofficer', PASSWORD);
    const { body } = await browser.get('me/external-identities');
    const { id } = body.find(({ subject }: { subject: string }) => subject === 'sun.qi');
    expect((await browser.send('delete', `me/external-identities/${id}`)).status).toBe(204);
    expect((await browser.send('delete', `me/external-identities/${id}`)).status).toBe(404);
    expect([(await browser.get('me')).status, (await sso.browser.get('me')).status]).toEqual([200, 401]);
    expect(codes(await visitor().signIn('sun.qi'))).toEqual([401, 'auth.refused']);
    expect(sso.browser.cookies.has(SESSION_COOKIE)).toBe(true);
  });

  it('ends the sessions that came by a provider once it is disabled, and no others', async () => {
    const byPassword = await linked('provinceOfficer', 'zhou.jiu', theirs);
    const sso = visitor(new Browser(platform), theirs);
    await sso.prove('zhou.jiu');
    expect((await sso.enter()).status).toBe(204);
    const administrator = callerOf(platform, theirs.tokens.provinceAdministrator);
    const { body: providers } = await administrator.get('identity-providers').expect(200);
    const { id, version } = providers[0];
    await administrator.patch(`identity-providers/${id}`, { version, change: { enabled: false } }).expect(200);
    expect([(await sso.browser.get('me')).status, (await byPassword.get('me')).status]).toEqual([401, 200]);
    await administrator
      .patch(`identity-providers/${id}`, { version: version + 1, change: { enabled: true } })
      .expect(200);
  });
});
