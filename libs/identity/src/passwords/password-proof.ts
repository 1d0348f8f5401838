import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { verifyPassword } from '../credentials/index.js';

/** Asks for the password again before something that an unattended browser must not be able to do. */
@Injectable()
export class PasswordProof {
  /** Throws `auth.passwordRefused`. */
  async require(accountId: string, password: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const [found] = await manager.query<{ hash: string | null }[]>(
      'SELECT password_hash AS hash FROM credential WHERE tenant_id = $1 AND account_id = $2',
      [tenantId, accountId],
    );
    if (!(await verifyPassword(found?.hash ?? null, password))) throw new AppError('auth.passwordRefused');
  }
}
