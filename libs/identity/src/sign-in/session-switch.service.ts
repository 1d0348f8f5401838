import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { AppError } from '@shucu/kernel';
import { REFUSALS, type Refusals } from '@shucu/permissions';
import { TenancyService, TenantContext } from '@shucu/tenancy';
import { readSecretToken } from '../credentials/index.js';
import { findBySession } from '../sessions/caller.repository.js';

const refused = (): AppError => new AppError('auth.refused');

/**
 * Moves a browser between the sessions that it holds in several tenants: each was proven by itself, none vouches for another. What
 * is refused is kept in the audit log of the tenant that was named.
 */
@Injectable()
export class SessionSwitchService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly audit: AuditService,
    @Inject(REFUSALS) private readonly refusals: Refusals,
  ) {}

  /** The token among those held that is of the tenant and still holds. Throws `auth.refused`. */
  async switchTo(tenantCode: string, held: readonly string[]): Promise<string> {
    try {
      const token = held.find((one) => readSecretToken(one)?.tenantCode === tenantCode);
      const hash = readSecretToken(token)?.hash;
      if (!token || !hash) throw refused();
      await this.tenancy.transactionByCode(tenantCode, refused, () => this.enter(hash));
      return token;
    } catch (error) {
      if (error instanceof AppError) await this.refusals.record(tenantCode, null, error);
      throw error;
    }
  }

  private async enter(hash: string): Promise<void> {
    const caller = await findBySession(hash);
    if (!caller) throw refused();
    await this.audit.note({
      action: 'session.switch',
      subject: 'session',
      subjectId: caller.credentialId,
      result: 'done',
      details: { tenantId: TenantContext.tenantId },
    });
  }
}
