import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { callerOf } from '../harness/caller.js';
import type { OidcServer } from '../harness/oidc-server.js';
import type { TestPlatform } from '../harness/platform.js';
import type { TestPerson, TestTenant } from './tenant.factory.js';

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
  { issuer, clientId, clientSecret }: Pick<OidcServer, 'issuer' | 'clientId' | 'clientSecret'>,
): Promise<string> {
  const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  const provider = { slug, name: '省统一身份认证', issuer, clientId, clientSecret };
  return (await administrator.post('identity-providers', provider).expect(201)).body.id;
}

/** Links an identity that nobody has proven to a person; gives its id. */
export async function createExternalIdentity(
  owner: DataSource,
  tenant: TestTenant,
  person: TestPerson,
  { providerId, subject }: { providerId: string; subject: string },
): Promise<string> {
  const id = newId();
  const row = {
    ...{ tenant_id: tenant.id, id, account_id: tenant.accounts[person], provider_id: providerId },
    ...{ issuer: 'https://sso.example.gov.cn', subject, linked_at: new Date() },
  };
  await tenantTransaction(owner, tenant.id, (manager) => insertRows(manager, 'external_identity', [row]));
  return id;
}
