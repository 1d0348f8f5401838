import { OIDC_ATTEMPT_COOKIE, OIDC_PROOF_COOKIE, SESSION_COOKIE } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import type { Response } from 'supertest';
import { createIdentityProvider, redirectUriOf } from '../factories/identity-provider.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { type OidcServer, startOidcServer } from '../harness/oidc-server.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

const SSO = 'sso';
const SECOND = 'second';
const USER = 'zhang.san';
const MINUTE = 60_000;

/** Everything that is wrong is answered alike: by this response, and by an entry in the audit log. */
describe('single sign-on refuses alike', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let server: OidcServer;
  let second: OidcServer;
  let provider: string;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    const redirectUris = [SSO, SECOND].map((slug) => redirectUriOf(platform, tenant, slug));
    [server, second] = [await startOidcServer(redirectUris), await startOidcServer(redirectUris)];
    provider = await createIdentityProvider(platform, tenant, SSO, server);
    await createIdentityProvider(platform, tenant, SECOND, second);
    const login = await givePassword(platform.owner, tenant, 'provinceOfficer');
    const browser = new Browser(platform);
    await browser.signIn(tenant.code, login, PASSWORD);
    await new SingleSignOn(browser, server, tenant.code, SSO).prove(USER);
    await browser.post('me/external-identities', { provider: SSO, password: PASSWORD });
  });

  afterAll(() => Promise.all([platform?.stop(), server?.stop(), second?.stop()]));

  beforeEach(() => {
    server.tampering = null;
  });

  const { now } = Date;

  afterEach(() => {
    Date.now = now;
  });

  const visitor = (by = server, slug = SSO, code = tenant.code): SingleSignOn =>
    new SingleSignOn(new Browser(platform), by, code, slug);
  const change = (sql: string, id: string): Promise<unknown> =>
    tenantTransaction(platform.owner, tenant.id, (manager) => manager.query(sql, [tenant.id, id]));
  const refusals = async (): Promise<number> => {
    const [{ count }] = await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`SELECT count(*)::int AS count FROM audit_entry WHERE result = 'refused' AND action LIKE 'OidcController.%'
        AND body::jsonb -> 'details' ->> 'code' = 'auth.refused'`),
    );
    return count;
  };
  const later = (minutes: number): void => {
    Date.now = () => now() + minutes * MINUTE;
  };

  const cases: Record<string, () => Promise<Response>> = {
    'an unknown provider': () => visitor(server, 'unknown').begin(),
    'a callback that nobody began': async () => new Browser(platform).arrive(await visitor().visit(USER)),
    'a callback with another state': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      back.searchParams.set('state', 's'.repeat(43));
      return sso.browser.arrive(back);
    },
    'a callback of somebody else’s sign-in': async () => {
      const sso = visitor();
      await sso.visit(USER);
      return sso.browser.arrive(await visitor().visit(USER));
    },
    'a callback that says nothing': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      back.search = '';
      return sso.browser.arrive(back);
    },
    'a callback for the second time': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      const attempt = sso.browser.cookies.get(OIDC_ATTEMPT_COOKIE) ?? '';
      expect((await sso.browser.arrive(back)).status).toBe(303);
      sso.browser.cookies.set(OIDC_ATTEMPT_COOKIE, attempt);
      return sso.browser.arrive(back);
    },
    'a state for the second time, with another code': async () => {
      const sso = visitor();
      const { url } = (await sso.begin()).body;
      const attempt = sso.browser.cookies.get(OIDC_ATTEMPT_COOKIE) ?? '';
      const [first, again] = [await server.signIn(url, USER), await server.signIn(url, USER)];
      expect((await sso.browser.arrive(first)).status).toBe(303);
      sso.browser.cookies.set(OIDC_ATTEMPT_COOKIE, attempt);
      return sso.browser.arrive(again);
    },
    'a code for the second time': async () => {
      const [first, again] = [visitor(), visitor()];
      const back = await first.visit(USER);
      expect((await first.browser.arrive(back)).status).toBe(303);
      const other = await again.visit(USER);
      other.searchParams.set('code', back.searchParams.get('code') ?? '');
      return again.browser.arrive(other);
    },
    'an answer of another provider (mix-up)': async () => {
      const sso = visitor();
      const { url } = (await sso.begin()).body;
      const [asked, misled] = [new URL(url), new URL(`${second.issuer}/auth`)];
      misled.search = asked.search;
      return sso.browser.arrive(await second.signIn(misled, USER));
    },
    'an attempt at another provider': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      back.pathname = back.pathname.replace(`/${SSO}/`, `/${SECOND}/`);
      return sso.browser.arrive(back);
    },
    'a tampered attempt': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      const attempt = sso.browser.cookies.get(OIDC_ATTEMPT_COOKIE) ?? '';
      sso.browser.cookies.set(OIDC_ATTEMPT_COOKIE, `${attempt.slice(0, -4)}AAAA`);
      return sso.browser.arrive(back);
    },
    'an attempt that took too long': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      later(11);
      return sso.browser.arrive(back);
    },
    'a token with another nonce': async () => {
      server.tampering = ({ header, claims }) => ({ header, claims: { ...claims, nonce: 'n'.repeat(43) } });
      return visitor().prove(USER);
    },
    'a token that nobody signed': async () => {
      server.tampering = ({ claims }) => ({ header: { alg: 'none' }, claims });
      return visitor().prove(USER);
    },
    'whom the provider refuses': () => visitor().prove('stranger'),
    'an identity that nobody linked, though it is called like an account': () => visitor().signIn('provinceofficer'),
    'the same name at another provider': () => visitor(second, SECOND).signIn(USER),
    'a sign-in without a proof': () => visitor().enter(),
    'a proof for the second time': async () => {
      const sso = visitor();
      await sso.prove(USER);
      const proof = sso.browser.cookies.get(OIDC_PROOF_COOKIE) ?? '';
      expect((await sso.enter()).status).toBe(204);
      sso.browser.cookies.set(OIDC_PROOF_COOKIE, proof);
      return sso.enter();
    },
    'a proof at another provider': async () => {
      const sso = visitor();
      await sso.prove(USER);
      return new SingleSignOn(sso.browser, second, tenant.code, SECOND).enter();
    },
    'a proof that is too old': async () => {
      const sso = visitor();
      await sso.prove(USER);
      later(6);
      return sso.enter();
    },
    'a disabled account': async () => {
      const disable = `UPDATE account SET status = 'disabled' WHERE tenant_id = $1 AND id = $2`;
      await change(disable, tenant.accounts.provinceOfficer);
      const answer = await visitor().signIn(USER);
      await change(disable.replace('disabled', 'active'), tenant.accounts.provinceOfficer);
      return answer;
    },
    'a disabled provider, also half way': async () => {
      const sso = visitor();
      const back = await sso.visit(USER);
      const disable = 'UPDATE identity_provider SET enabled = false WHERE tenant_id = $1 AND id = $2';
      await change(disable, provider);
      const [begun, came] = [await visitor().begin(), await sso.browser.arrive(back)];
      await change(disable.replace('false', 'true'), provider);
      expect(shown(begun)).toEqual(shown(came));
      return came;
    },
  };

  const shown = ({ status, body }: Response): object => ({ status, body: { ...body, requestId: '' } });
  const refused = {
    status: 401,
    body: expect.objectContaining({ code: 'auth.refused', title: expect.stringContaining('登录未成功') }),
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const before = await refusals();
    const answer = await cases[name]?.();
    if (!answer) throw new Error('No answer');
    expect(shown(answer)).toEqual(refused);
    expect((answer.headers['set-cookie'] ?? []).toString()).not.toContain(`${SESSION_COOKIE}=`);
    expect(await refusals()).toBeGreaterThan(before);
  });

  it('a suspended tenant, half way as well, like one that does not exist', async () => {
    const sso = visitor();
    const back = await sso.visit(USER);
    const suspend = `UPDATE tenant SET status = 'suspended' WHERE id = $1`;
    await platform.owner.query(suspend, [tenant.id]);
    const nowhere = visitor(server, SSO, 'no-such-tenant');
    const answers = [
      await visitor().begin(),
      await sso.browser.arrive(back),
      await nowhere.begin(),
      await nowhere.enter(),
    ];
    await platform.owner.query(suspend.replace('suspended', 'active'), [tenant.id]);
    for (const answer of answers) expect(shown(answer)).toEqual(refused);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a\r\nx: y', 'evil'])(
    'to lead on to %j',
    async (returnTo) => {
      const { status, body } = await visitor().begin(returnTo);
      expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'returnTo', rule: 'localPath' })]]);
    },
  );
});
