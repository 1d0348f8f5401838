import { Injectable } from '@nestjs/common';
import type { Actor } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { TwoFactorSetupService } from '../two-factor/two-factor-setup.service.js';
import { Account } from './account.entity.js';

/** Tells a person who they are here and what they may do, so that a console can hide what would be refused. */
@Injectable()
export class MeService {
  constructor(
    private readonly twoFactor: TwoFactorSetupService,
    private readonly policies: SecurityPolicyService,
  ) {}

  async of(actor: Actor) {
    const { manager, tenantId } = TenantContext;
    const { code, name, department } = await currentTenant();
    const account = await manager.findOneByOrFail(Account, { tenantId, id: actor.accountId });
    return {
      tenant: { code, name, department },
      account,
      roles: actor.roles,
      pending: actor.pending,
      passwordExpiresAt: await this.passwordExpiry(actor),
      twoFactor: await this.twoFactor.state(actor),
      sessionId: actor.sessionId,
      abilities: actor.ability.rules.map(({ action, subject, conditions, fields }) => ({
        actions: [action].flat(),
        subject,
        conditions: conditions ?? {},
        unmasked: [fields ?? []].flat().slice(1),
      })),
    };
  }

  /** When the password runs out, after which it must be changed at the next sign-in; nothing where there is none or it never does. */
  private async passwordExpiry({ accountId }: Actor): Promise<Date | null> {
    const { manager, tenantId } = TenantContext;
    const { password } = await this.policies.current();
    const [found] = await manager.query<{ expiresAt: Date | null }[]>(
      `SELECT password_changed_at + make_interval(days => $3) AS "expiresAt" FROM credential
       WHERE tenant_id = $1 AND account_id = $2 AND password_hash IS NOT NULL`,
      [tenantId, accountId, password.maxAgeDays],
    );
    return found?.expiresAt ?? null;
  }
}
