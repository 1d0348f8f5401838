import { TenantContext } from '@shucu/tenancy';

/** Who a login name stands for, and what the password is compared with. */
export interface Candidate {
  readonly accountId: string;
  readonly passwordHash: string | null;
  /** The browser has signed in with this account before. */
  readonly isDeviceKnown: boolean;
}

/** The active account of a login name in the open tenant; `deviceHash` is of the device cookie, if there is one. */
export async function findCandidate(login: string, deviceHash: string | null): Promise<Candidate | null> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<Candidate[]>(
    `SELECT account.id AS "accountId", credential.password_hash AS "passwordHash",
       EXISTS (SELECT 1 FROM known_device WHERE known_device.tenant_id = account.tenant_id
         AND known_device.account_id = account.id AND known_device.token_hash = $3) AS "isDeviceKnown"
     FROM account JOIN credential ON credential.tenant_id = account.tenant_id AND credential.account_id = account.id
     WHERE account.tenant_id = $1 AND account.login = $2 AND account.status = 'active'`,
    [tenantId, login.toLowerCase(), deviceHash],
  );
  return found ?? null;
}
