import { insertRows, PLATFORM_TENANT_ID } from '@shucu/database';
import { newApiToken } from '@shucu/identity';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';

let serial = 0;

/** An operator of the platform, with a token that may do everything that operators may. */
export async function createOperator(owner: DataSource): Promise<{ id: string; token: string }> {
  serial += 1;
  const [id, now] = [newId(), new Date()];
  const { token, hash } = newApiToken('platform');
  const own = { tenant_id: PLATFORM_TENANT_ID };
  const account = { login: `operator${serial}`, display_name: '平台运营员', status: 'active', version: 1 };
  const lasting = { expires_at: new Date(now.getTime() + 3_600_000), created_at: now };
  await tenantTransaction(owner, PLATFORM_TENANT_ID, async (manager) => {
    await insertRows(manager, 'account', [{ ...own, id, ...account, created_at: now, updated_at: now }]);
    await insertRows(manager, 'account_role', [
      { ...own, id: newId(), account_id: id, role: 'platformOperator', duties: [], granted_at: now },
    ]);
    await insertRows(manager, 'api_token', [
      { ...own, id: newId(), account_id: id, name: 'test', token_hash: hash, scopes: ['*'], ...lasting },
    ]);
  });
  return { id, token };
}
