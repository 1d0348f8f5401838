import { insertRows } from '@shucu/database';
import { newApiToken } from '@shucu/identity';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { TestPerson, TestTenant } from './tenant.factory.js';

/** Gives a person one more token, which nobody calls with. Gives its id. */
export async function createApiToken(owner: DataSource, tenant: TestTenant, person: TestPerson): Promise<string> {
  const id = newId();
  const row = {
    ...{ tenant_id: tenant.id, id, account_id: tenant.accounts[person], name: '数据交换' },
    token_hash: newApiToken(tenant.code).hash,
    scopes: ['Center:read'],
    expires_at: new Date(Date.now() + 3_600_000),
    created_at: new Date(),
  };
  await tenantTransaction(owner, tenant.id, (manager) => insertRows(manager, 'api_token', [row]));
  return id;
}
