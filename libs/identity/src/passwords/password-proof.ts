import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { ProofThrottle } from '../access/proof-throttle.js';
import { verifyPassword } from '../credentials/index.js';

/** How long after signing in by a provider that sign-in stands for the password that the account does not have. */
const FRESH_MINUTES = 10;

/** Asks for the password again before something that an unattended browser must not be able to do. */
@Injectable()
export class PasswordProof {
  constructor(private readonly throttle: ProofThrottle) {}

  /** The password stays what was proven until the commit. Throws `auth.passwordRefused`, `auth.noPassword` and `auth.throttled`. */
  require(accountId: string, password: string): Promise<void> {
    return this.throttle.require(accountId, 'auth.passwordRefused', async () => {
      const hash = await lockedHash(accountId);
      if (hash === null) throw new AppError('auth.noPassword');
      return verifyPassword(hash, password);
    });
  }

  /** Like {@link require}; who has no password must have signed in just now instead. Throws `auth.signInAnew` as well. */
  async requireAnew({ accountId, sessionId }: Pick<Actor, 'accountId' | 'sessionId'>, password: string): Promise<void> {
    const hash = await lockedHash(accountId);
    if (hash !== null)
      return this.throttle.require(accountId, 'auth.passwordRefused', () => verifyPassword(hash, password));
    const { manager, tenantId } = TenantContext;
    const fresh = await manager.query<unknown[]>(
      `SELECT 1 FROM session WHERE tenant_id = $1 AND id = $2 AND method = 'oidc'
         AND created_at > now() - make_interval(mins => $3)`,
      [tenantId, sessionId, FRESH_MINUTES],
    );
    if (fresh.length === 0) throw new AppError('auth.signInAnew', { minutes: FRESH_MINUTES });
  }
}

async function lockedHash(accountId: string): Promise<string | null> {
  await lockAccount(accountId);
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<{ hash: string | null }[]>(
    'SELECT password_hash AS hash FROM credential WHERE tenant_id = $1 AND account_id = $2',
    [tenantId, accountId],
  );
  return found?.hash ?? null;
}
