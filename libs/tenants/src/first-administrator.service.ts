import { Injectable } from '@nestjs/common';
import { AccessLinksService, Account, AccountRole, type IssuedLink } from '@shucu/identity';
import { AppError, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';

/** Who is to have the keys of a new tenant. */
export interface FirstAdministrator {
  readonly login: string;
  readonly displayName: string;
}

/**
 * The first person of a tenant: a province administrator for security, who invites everybody else; system administration is
 * another person's (等保三级). Works in the tenant that is open.
 */
@Injectable()
export class FirstAdministratorService {
  constructor(private readonly links: AccessLinksService) {}

  /** Invites the administrator into a tenant without any account. The token is shown this once. */
  async invite(operator: Actor, administrator: FirstAdministrator): Promise<IssuedLink> {
    const { manager, tenantId } = TenantContext;
    const accountId = newId();
    await manager.insert(Account, { ...administrator, tenantId, id: accountId, status: 'invited' });
    await manager.insert(AccountRole, {
      ...{ tenantId, id: newId(), accountId, role: 'provinceAdministrator', duties: ['security'] },
      grantedBy: operator.accountId,
    });
    return this.links.issue(operator, accountId, 'invitation');
  }

  /** Another invitation in place of one that ran out; refused once anybody has entered, for a link opens an account. */
  async inviteAgain(operator: Actor): Promise<IssuedLink> {
    const { manager, tenantId } = TenantContext;
    const [first, second] = await manager.find(Account, {
      where: { tenantId },
      lock: { mode: 'pessimistic_write' },
      order: { id: 'ASC' },
      take: 2,
    });
    if (first?.status !== 'invited' || second) throw new AppError('tenant.entered');
    return this.links.issue(operator, first.id, 'invitation');
  }
}
