import { Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import type { Actor, RoleGrant } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { AccessLinksService, type IssuedLink } from '../links/access-links.service.js';
import { Account } from './account.entity.js';
import { AccountDirectory } from './account-directory.service.js';
import { AccountRolesService } from './account-roles.service.js';
import type { AccountView } from './account-view.js';
import { lockAdministration, lockOther } from './administration.js';

/** What of an account may change; the login, by which the audit log knows the person, stays. */
export interface AccountDetails {
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface NewAccount extends AccountDetails {
  readonly login: string;
  readonly roles: readonly RoleGrant[];
}

/** Accounts and their roles: the security duty of a province administrator, on the platform its operator's. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly roles: AccountRolesService,
    private readonly links: AccessLinksService,
  ) {}

  /** An account that nobody can sign in with until its invitation, which is shown this once, is accepted. */
  async create(actor: Actor, { roles, ...details }: NewAccount): Promise<{ account: AccountView; link: IssuedLink }> {
    await lockAdministration(actor);
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({ ...details, tenantId, id, status: 'invited' })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length === 0) throw new AppError('account.loginTaken', { login: details.login });
    await this.roles.replace(actor, id, roles);
    const link = await this.links.issue(actor, id, 'invitation');
    return { account: await this.directory.get(actor, id), link };
  }

  /** Changes name and contact data. Refuses a version that is no longer the current one. */
  async update(actor: Actor, id: string, version: number, change: Partial<AccountDetails>): Promise<AccountView> {
    await lockAdministration(actor);
    const { manager, tenantId } = TenantContext;
    const { affected } = await manager.update(Account, { tenantId, id, version }, change);
    const account = await this.directory.get(actor, id);
    if (affected !== 1) throw new AppError('conflict.stale', { current: account.version, given: version });
    return account;
  }

  /** Makes these the roles of somebody else. Refuses a version that is no longer the current one. */
  async replaceRoles(actor: Actor, id: string, version: number, roles: readonly RoleGrant[]): Promise<AccountView> {
    const { version: current } = await lockOther(actor, id);
    if (current !== version) throw new AppError('conflict.stale', { current, given: version });
    await this.roles.replace(actor, id, roles);
    const { manager, tenantId } = TenantContext;
    await manager.query(
      'UPDATE account SET version = version + 1, updated_at = now() WHERE tenant_id = $1 AND id = $2',
      [tenantId, id],
    );
    return this.directory.get(actor, id);
  }
}
