import { newId } from '@shucu/kernel';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { newSecretToken, readSecretToken } from '../credentials/secret-tokens.js';
import { hashesOf } from '../sessions/session-cookie.js';

/** A browser that was not used for longer has lost its cookie by now. */
export const DEVICE_DAYS = 400;

/** Browsers of one account: who never keeps a cookie is remembered anew with every sign-in, and only so often. */
const MOST_DEVICES = 20;

/** The browser's token of an account, or a new one where it has none that holds. Forgets browsers that nobody uses any more. */
export async function rememberDevice(accountId: string, deviceTokens: readonly string[]): Promise<string> {
  const { manager, tenantId } = TenantContext;
  const [used] = await manager.query<[{ hash: string }[], number]>(
    `UPDATE known_device SET last_used_at = now() WHERE tenant_id = $1 AND account_id = $2 AND token_hash = ANY ($3)
       AND last_used_at > now() - make_interval(days => $4) RETURNING token_hash AS hash`,
    [tenantId, accountId, hashesOf(deviceTokens), DEVICE_DAYS],
  );
  const known = used[0] && deviceTokens.find((token) => readSecretToken(token)?.hash === used[0]?.hash);
  if (known) return known;
  const { token, hash } = newSecretToken((await currentTenant()).code);
  await manager.query('INSERT INTO known_device (tenant_id, id, account_id, token_hash) VALUES ($1, $2, $3, $4)', [
    tenantId,
    newId(),
    accountId,
    hash,
  ]);
  await forgetOldDevices(accountId);
  return token;
}

/** Forgets every browser of an account: who signed in by what is void now is a stranger from here on. */
export async function forgetAllDevices(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query('DELETE FROM known_device WHERE tenant_id = $1 AND account_id = $2', [tenantId, accountId]);
}

async function forgetOldDevices(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `DELETE FROM known_device WHERE tenant_id = $1 AND account_id = $2
       AND (last_used_at < now() - make_interval(days => $3) OR id NOT IN (
         SELECT id FROM known_device WHERE tenant_id = $1 AND account_id = $2 ORDER BY last_used_at DESC, id DESC LIMIT $4))`,
    [tenantId, accountId, DEVICE_DAYS, MOST_DEVICES],
  );
}
