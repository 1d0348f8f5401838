import { TenantContext } from '@shucu/tenancy';
import { Account } from './account.entity.js';
import { AccountRole } from './account-role.entity.js';

/** The roles of an account that is active; none where it is not, or where there is no such account. */
export function activeRolesOf(accountId: string): Promise<AccountRole[]> {
  const { manager, tenantId } = TenantContext;
  return manager
    .createQueryBuilder(AccountRole, 'held')
    .innerJoin(Account, 'account', 'account.tenant_id = held.tenant_id AND account.id = held.account_id')
    .where('held.tenant_id = :tenantId AND held.account_id = :accountId', { tenantId, accountId })
    .andWhere(`account.status = 'active'`)
    .getMany();
}
