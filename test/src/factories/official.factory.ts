import type { RoleGrant } from '@shucu/permissions';
import { Browser } from '../harness/browser.js';
import { callerOf } from '../harness/caller.js';
import type { TestPlatform } from '../harness/platform.js';
import { PASSWORD } from './password.factory.js';
import type { TestTenant } from './tenant.factory.js';

/** A person who was invited by the administrator of a test tenant, took the invitation up and signed in. */
export interface Official {
  readonly id: string;
  readonly login: string;
  readonly browser: Browser;
}

export const SECURITY_ADMINISTRATOR = { role: 'provinceAdministrator', duties: ['security'] } as const;

let serial = 0;

/** Invites somebody with these roles; the answer holds the account and the link. */
export async function invite(platform: TestPlatform, tenant: TestTenant, roles: readonly Partial<RoleGrant>[]) {
  serial += 1;
  const login = `official${serial}`;
  const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  const { body } = await administrator.post('accounts', { login, displayName: '王五', roles }).expect(201);
  return body;
}

/** Goes the whole way: invitation, password, sign-in. */
export async function createOfficial(
  platform: TestPlatform,
  tenant: TestTenant,
  roles: readonly Partial<RoleGrant>[],
): Promise<Official> {
  const { account, link } = await invite(platform, tenant, roles);
  const browser = new Browser(platform);
  const accepted = await browser.post(`tenants/${tenant.code}/links/acceptance`, {
    token: link.token,
    password: PASSWORD,
  });
  if (accepted.status !== 204) throw new Error(`Not accepted: ${accepted.status} ${accepted.text}`);
  await browser.signIn(tenant.code, account.login, PASSWORD);
  return { id: account.id, login: account.login, browser };
}
