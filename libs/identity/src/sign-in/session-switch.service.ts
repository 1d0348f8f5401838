import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { AppError } from '@shucu/kernel';
import { TenancyService, TenantContext } from '@shucu/tenancy';
import { readSecretToken } from '../credentials/index.js';
import { findBySession } from '../sessions/caller.repository.js';

/** Moves a browser between the sessions that it holds in several tenants: each was proven by itself, none vouches for another. */
@Injectable()
export class SessionSwitchService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly audit: AuditService,
  ) {}

  /** The token among those held that is of the tenant and still holds. Throws `auth.refused`. */
  async switchTo(tenantCode: string, held: readonly string[]): Promise<string> {
    const token = held.find((one) => readSecretToken(one)?.tenantCode === tenantCode);
    const hash = readSecretToken(token)?.hash;
    if (!token || !hash) throw new AppError('auth.refused');
    const refused = (): AppError => new AppError('auth.refused');
    await this.tenancy.transactionByCode(tenantCode, refused, async () => {
      const caller = await findBySession(hash);
      if (!caller) throw refused();
      await this.audit.note({
        action: 'session.switch',
        subject: 'session',
        subjectId: caller.credentialId,
        result: 'done',
        details: { tenantId: TenantContext.tenantId },
      });
    });
    return token;
  }
}
