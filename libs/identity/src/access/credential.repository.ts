import { TenantContext } from '@shucu/tenancy';

/** Sees to it that an account has the row for what proves it: one that came in by a provider alone may have none yet. */
export async function ensureCredential(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    'INSERT INTO credential (tenant_id, account_id) VALUES ($1, $2) ON CONFLICT (tenant_id, account_id) DO NOTHING',
    [tenantId, accountId],
  );
}
