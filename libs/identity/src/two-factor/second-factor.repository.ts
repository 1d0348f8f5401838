import { TenantContext } from '@shucu/tenancy';

/** Takes away the second factor of an account with its recovery codes; the caller has the right to. */
export async function removeSecondFactor(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `UPDATE credential SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
     WHERE tenant_id = $1 AND account_id = $2`,
    [tenantId, accountId],
  );
  await manager.query('DELETE FROM recovery_code WHERE tenant_id = $1 AND account_id = $2', [tenantId, accountId]);
}
