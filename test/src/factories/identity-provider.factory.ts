import { callerOf } from '../harness/caller.js';
import type { OidcServer } from '../harness/oidc-server.js';
import type { TestPlatform } from '../harness/platform.js';
import type { TestTenant } from './tenant.factory.js';

/** Where the platform has a provider send people back to. */
export function redirectUriOf(
  { environment: { HOST, PORT } }: TestPlatform,
  { code }: TestTenant,
  slug: string,
): string {
  return `http://${HOST}:${PORT}/api/v1/tenants/${code}/oidc/${slug}/callback`;
}

/** Makes a server a provider of the tenant, through the api; gives its id. */
export async function createIdentityProvider(
  platform: TestPlatform,
  tenant: TestTenant,
  slug: string,
  { issuer, clientId, clientSecret }: OidcServer,
): Promise<string> {
  const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  const provider = { slug, name: '省统一身份认证', issuer, clientId, clientSecret };
  return (await administrator.post('identity-providers', provider).expect(201)).body.id;
}
