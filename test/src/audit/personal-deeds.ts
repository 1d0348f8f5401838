import type { Response } from 'supertest';
import { createIdentityProvider, redirectUriOf } from '../factories/identity-provider.factory.js';
import { createOfficial, invite, type Official } from '../factories/official.factory.js';
import { givePassword, PASSWORD } from '../factories/password.factory.js';
import { equip } from '../factories/second-factor.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { Browser } from '../harness/browser.js';
import { startOidcServer } from '../harness/oidc-server.js';
import type { TestPlatform } from '../harness/platform.js';
import { SingleSignOn } from '../harness/single-sign-on.js';

const EXPERT = [{ role: 'expert' }] as const;
const SSO = 'login';

/** What people did, with everything that was shown to them and nobody else. */
export interface PersonalDeeds {
  /** Who took up an invitation, signed in, and had a second factor for a while. */
  readonly official: Official;
  readonly secrets: readonly string[];
}

/** Has people go all the ways by which one comes in, and set up everything by which one does. */
export async function doPersonalDeeds(platform: TestPlatform, tenant: TestTenant): Promise<PersonalDeeds> {
  const official = await createOfficial(platform, tenant, EXPERT);
  const codes = await haveSecondFactor(official);
  const linked = await inspectLink(platform, tenant);
  await signInByProvider(platform, tenant, official);
  await switchTenants(platform, tenant, official);
  const tokens = [...official.browser.cookies.values()].flatMap((value) => value.split('~'));
  return { official, secrets: [PASSWORD, ...codes, linked, ...tokens] };
}

async function haveSecondFactor(official: Official): Promise<string[]> {
  const { browser, recoveryCodes } = await equip(official);
  const renewed = accepted(await browser.post('me/two-factor/recovery-codes', { code: recoveryCodes[0] }));
  const codes: string[] = renewed.body.recoveryCodes;
  accepted(await browser.post('me/two-factor/removal', { code: codes[0] }));
  return [...recoveryCodes, ...codes];
}

async function inspectLink(platform: TestPlatform, tenant: TestTenant): Promise<string> {
  const { link } = await invite(platform, tenant, EXPERT);
  accepted(await new Browser(platform).post(`tenants/${tenant.code}/links/inspection`, { token: link.token }));
  return link.token;
}

/** One links the provider to the account and comes in by it, another accepts an invitation by it. */
async function signInByProvider(platform: TestPlatform, tenant: TestTenant, { browser }: Official): Promise<void> {
  const server = await startOidcServer([redirectUriOf(platform, tenant, SSO)]);
  try {
    await createIdentityProvider(platform, tenant, SSO, server);
    const known = new SingleSignOn(browser, server, tenant.code, SSO);
    await known.prove('zhang.san');
    accepted(await browser.post('me/external-identities', { provider: SSO, password: PASSWORD }));
    accepted(await known.signIn('zhang.san'));
    const { link } = await invite(platform, tenant, EXPERT);
    const invited = new SingleSignOn(new Browser(platform), server, tenant.code, SSO);
    await invited.prove('li.si');
    accepted(await invited.accept(link.token));
  } finally {
    await server.stop();
  }
}

async function switchTenants(platform: TestPlatform, { code }: TestTenant, { browser }: Official): Promise<void> {
  const other = await createTenant(platform.owner);
  await browser.signIn(other.code, await givePassword(platform.owner, other, 'expert'), PASSWORD);
  accepted(await browser.post('session/switch', { tenantCode: code }));
}

function accepted(response: Response): Response {
  if (response.status >= 300) throw new Error(`Refused: ${response.status} ${response.text}`);
  return response;
}
