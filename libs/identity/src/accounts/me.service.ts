import { Injectable } from '@nestjs/common';
import type { Actor } from '@shucu/permissions';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import { TwoFactorSetupService } from '../two-factor/two-factor-setup.service.js';
import { Account } from './account.entity.js';

/** Tells a person who they are here and what they may do, so that a console can hide what would be refused. */
@Injectable()
export class MeService {
  constructor(private readonly twoFactor: TwoFactorSetupService) {}

  async of(actor: Actor) {
    const { manager, tenantId } = TenantContext;
    const { code, name, department } = await currentTenant();
    const account = await manager.findOneByOrFail(Account, { tenantId, id: actor.accountId });
    return {
      tenant: { code, name, department },
      account,
      roles: actor.roles,
      pending: actor.pending,
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
}
