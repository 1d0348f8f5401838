import { TenantContext } from '@shucu/tenancy';
import { DEVICE_DAYS } from './known-devices.repository.js';

/** Who a login name stands for, and what the password is compared with. */
export interface Candidate {
  readonly accountId: string;
  /** Nothing where the account has none, or is not active: no password is right then. */
  readonly passwordHash: string | null;
  /** Of the browser, where it has signed in with the account before. */
  readonly deviceHash: string | null;
}

/** The account of a login name in the open tenant; `deviceHashes` are of what the browser brings. */
export async function findCandidate(login: string, deviceHashes: readonly string[]): Promise<Candidate | null> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<Candidate[]>(
    `SELECT account.id AS "accountId",
       CASE WHEN account.status = 'active' THEN credential.password_hash END AS "passwordHash",
       (SELECT token_hash FROM known_device WHERE known_device.tenant_id = account.tenant_id
          AND known_device.account_id = account.id AND token_hash = ANY ($3)
          AND last_used_at > now() - make_interval(days => $4) LIMIT 1) AS "deviceHash"
     FROM account
     LEFT JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
     WHERE account.tenant_id = $1 AND account.login = $2`,
    [tenantId, login.toLowerCase(), deviceHashes, DEVICE_DAYS],
  );
  return found ?? null;
}
