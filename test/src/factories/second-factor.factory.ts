import { SecretBox } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import { Secret, TOTP } from 'otpauth';
import type { TestPlatform } from '../harness/platform.js';
import type { Official } from './official.factory.js';
import { PASSWORD } from './password.factory.js';
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

const STEP_MS = 30_000;

/** An official with an authenticator. */
export interface Equipped extends Official {
  /** The code of so many steps from now. */
  readonly code: (steps?: number) => string;
  readonly recoveryCodes: readonly string[];
}

/** Sets the factor up as a page would. Its confirmation uses up the present code. */
export async function equip(official: Official): Promise<Equipped> {
  const { body } = await official.browser.post('me/two-factor', { password: PASSWORD });
  const totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
  const code = (steps = 0) => totp.generate({ timestamp: Date.now() + steps * STEP_MS });
  const confirmed = await official.browser.post('me/two-factor/confirmation', { code: code() });
  if (confirmed.status !== 200) throw new Error(`Not confirmed: ${confirmed.status} ${confirmed.text}`);
  return { ...official, code, recoveryCodes: confirmed.body.recoveryCodes };
}
