import { Injectable } from '@nestjs/common';
import { TenantContext } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import { ProofThrottle } from '../access/proof-throttle.js';
import { verifyPassword } from '../credentials/index.js';

/** Asks for the password again before something that an unattended browser must not be able to do. */
@Injectable()
export class PasswordProof {
  constructor(private readonly throttle: ProofThrottle) {}

  /** The password stays what was proven until the commit. Throws `auth.passwordRefused` and `auth.throttled`. */
  require(accountId: string, password: string): Promise<void> {
    return this.throttle.require(accountId, 'auth.passwordRefused', async () => {
      await lockAccount(accountId);
      const { manager, tenantId } = TenantContext;
      const [found] = await manager.query<{ hash: string | null }[]>(
        'SELECT password_hash AS hash FROM credential WHERE tenant_id = $1 AND account_id = $2',
        [tenantId, accountId],
      );
      return verifyPassword(found?.hash ?? null, password);
    });
  }
}
