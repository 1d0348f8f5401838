import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { type Actor, type Role, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Account, type AccountStatus } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';
import { AccountRolesService } from './account-roles.service.js';
import { type AccountView, accountView } from './account-view.js';

export interface AccountPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly role?: Role | undefined;
  readonly status?: AccountStatus | undefined;
  /** Part of the login or of the name, in whatever case. */
  readonly query?: string | undefined;
}

/** Who there is in a tenant, as the reader may see it. */
@Injectable()
export class AccountDirectory {
  constructor(private readonly roles: AccountRolesService) {}

  /**
   * A page in order of age, newest first; `after` is the last id of the page before. Nothing that may be masked can be searched
   * for, or a mask could be guessed away letter by letter.
   */
  async list(actor: Actor, { after, limit, role, status, query }: AccountPage): Promise<AccountView[]> {
    const found = this.visible(actor).orderBy('account.id', 'DESC').limit(limit);
    if (after) found.andWhere('account.id < :after', { after });
    if (status) found.andWhere('account.status = :status', { status });
    if (query) {
      // Not LIKE: there is nothing to escape in a position.
      const parts = ['account.login', 'lower(account.display_name)'].map(
        (text) => `strpos(${text}, lower(:query)) > 0`,
      );
      found.andWhere(`(${parts.join(' OR ')})`, { query });
    }
    if (role) {
      const holders = found.subQuery().select('1').from(AccountRole, 'held');
      holders.where('held.tenant_id = account.tenant_id AND held.account_id = account.id AND held.role = :role');
      found.andWhere(`EXISTS ${holders.getQuery()}`, { role });
    }
    const accounts = await found.getMany();
    const roles = await this.roles.of(accounts.map(({ id }) => id));
    return accounts.map((account) => accountView(actor, account, roles));
  }

  /** Throws `resource.notFound`. */
  async get(actor: Actor, id: string): Promise<AccountView> {
    const account = await this.visible(actor).andWhere('account.id = :id', { id }).getOne();
    if (!account) throw new AppError('resource.notFound');
    return accountView(actor, account, await this.roles.of([id]));
  }

  private visible(actor: Actor) {
    const { manager, tenantId } = TenantContext;
    const query = manager.createQueryBuilder(Account, 'account').where('account.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, {}, actor, 'read', 'Account');
  }
}
