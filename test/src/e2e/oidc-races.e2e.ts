import type { Response } from 'supertest';
import { createIdentityProvider, redirectUriOf } from '../factories/identity-provider.factory.js';
import { createOfficial, type Official } from '../factories/official.factory.js';
import { PASSWORD } from '../factories/password.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import { type OidcServer, startOidcServer } from '../harness/oidc-server.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

const SSO = 'sso';
const ROUNDS = 4;

describe('a sign-in by a provider, just as that way is taken away', () => {
  let platform: TestPlatform;
  let second: ApiProcess;
  let tenant: TestTenant;
  let server: OidcServer;
  let providerId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    second = await startSecondApi(platform, { PUBLIC_URL: 'http://127.0.0.1:3000' });
    tenant = await createTenant(platform.owner);
    server = await startOidcServer([redirectUriOf(platform, tenant, SSO)]);
    providerId = await createIdentityProvider(platform, tenant, SSO, server);
  });

  afterAll(() => Promise.all([second?.end().then(() => platform.stop()), server?.stop()]));

  const sso = (browser: Browser): SingleSignOn => new SingleSignOn(browser, server, tenant.code, SSO);
  /** Who may sign in by the provider, and a browser that has just proven there to be that person, at the other process. */
  const prepared = async (user: string): Promise<{ official: Official; late: Browser }> => {
    const official = await createOfficial(platform, tenant, [{ role: 'provinceOfficer' }]);
    await sso(official.browser).prove(user);
    await official.browser.post('me/external-identities', { provider: SSO, password: PASSWORD });
    const visitor = new Browser(platform);
    await sso(visitor).prove(user);
    return { official, late: visitor.at({ server: second.url }) };
  };
  /** Both at once; the session, if one began, must be over. */
  const race = async (late: Browser, taking: Promise<Response>, status: number): Promise<void> => {
    const [taken, entered] = await Promise.all([taking, sso(late).enter()]);
    expect([taken.status, [204, 401].includes(entered.status)]).toEqual([status, true]);
    expect((await late.get('me')).status).toBe(401);
  };

  it('leaves no session to an identity that is unlinked', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { official, late } = await prepared(`unlinked.${round}`);
      const { body } = await official.browser.get('me/external-identities');
      await race(late, official.browser.send('delete', `me/external-identities/${body[0].id}`), 204);
      expect((await official.browser.get('me')).status).toBe(200);
    }
  });

  it('leaves no session to a provider that is disabled', async () => {
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { late } = await prepared(`disabled.${round}`);
      const { body } = await administrator.get(`identity-providers/${providerId}`).expect(200);
      const set = (version: number, enabled: boolean): Promise<Response> =>
        administrator.patch(`identity-providers/${providerId}`, { version, change: { enabled } }).then((done) => done);
      await race(late, set(body.version, false), 200);
      await set(body.version + 1, true);
    }
  });

  it('begins one session for one proof', async () => {
    const { late } = await prepared('twice');
    const tries = await Promise.all([sso(late).enter(), sso(late.at(platform)).enter()]);
    expect(tries.map(({ status }) => status).sort()).toEqual([204, 401]);
  });
});
