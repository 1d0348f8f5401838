import { insertRows } from '@shucu/database';
import { newApiToken } from '@shucu/identity';
import { newId } from '@shucu/kernel';
import type { RoleGrant } from '@shucu/permissions';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { dutiesOf, type TestTenant } from './tenant.factory.js';

export interface TestHuman {
  readonly id: string;
  readonly token: string;
}

let serial = 0;

/** Writes somebody who has one role, and a token that may do everything that the role may. */
export async function createPerson(
  owner: DataSource,
  tenant: Pick<TestTenant, 'id' | 'code'>,
  {
    role,
    regionId = null,
    organizationId = null,
    duties = dutiesOf(role),
  }: Pick<RoleGrant, 'role'> & Partial<RoleGrant>,
): Promise<TestHuman> {
  serial += 1;
  const [id, now] = [newId(), new Date()];
  const { token, hash } = newApiToken(tenant.code);
  const own = { tenant_id: tenant.id };
  const account = { login: `${role.toLowerCase()}${serial}`, display_name: role, status: 'active', version: 1 };
  const lasting = { expires_at: new Date(now.getTime() + 3_600_000), created_at: now };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await insertRows(manager, 'account', [{ ...own, id, ...account, created_at: now, updated_at: now }]);
    await insertRows(manager, 'account_role', [
      {
        ...{ ...own, id: newId(), account_id: id, role, duties, granted_at: now },
        ...{ region_id: regionId, organization_id: organizationId },
      },
    ]);
    await insertRows(manager, 'api_token', [
      { ...own, id: newId(), account_id: id, name: 'test', token_hash: hash, scopes: ['*'], ...lasting },
    ]);
  });
  return { id, token };
}
