import { SecretBox } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import { Secret, TOTP } from 'otpauth';
import type { TestPlatform } from '../harness/platform.js';
import type { TestTenant } from './tenant.factory.js';

/** Gives an account an authenticator; what comes back shows its present code. */
export async function giveSecondFactor(
  { owner, environment }: TestPlatform,
  { id: tenantId }: TestTenant,
  accountId: string,
): Promise<() => string> {
  const totp = new TOTP({ secret: new Secret({ size: 20 }) });
  const box = new SecretBox(environment.SHUCU_SECRET_KEY ?? '');
  const sealed = box.seal(totp.secret.base32, { kind: 'totp', tenantId, ownerId: accountId });
  await tenantTransaction(owner, tenantId, (manager) =>
    manager.query(
      `INSERT INTO credential (tenant_id, account_id, totp_secret, totp_confirmed_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (tenant_id, account_id) DO UPDATE SET totp_secret = $3, totp_confirmed_at = now()`,
      [tenantId, accountId, sealed],
    ),
  );
  return () => totp.generate();
}
