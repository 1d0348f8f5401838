import { TenantContext } from '@shucu/tenancy';

/**
 * Orders all that decides by what a person signs in until the commit: sign-ins, passwords, second factors, links and administration
 * come one after the other, so that no session begins by what is just being taken away. Taken before any other row of the account.
 */
export async function lockAccount(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query('SELECT 1 FROM account WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, accountId]);
}
