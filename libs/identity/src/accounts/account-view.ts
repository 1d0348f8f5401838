import { type Actor, maskEmail, maskedFor, maskPhone, type RoleGrant } from '@shucu/permissions';
import type { Account } from './account.entity.js';
import type { AccountRole } from './account-role.entity.js';

/** An account as a reader may see it: contact data are masked for all but security administration. */
export interface AccountView extends Omit<Account, 'tenantId'> {
  readonly roles: readonly RoleGrant[];
}

const MASKS = { email: maskEmail, phone: maskPhone };

/** What the reader may see of an account; `roles` may hold those of other accounts, too. */
export function accountView({ ability }: Actor, account: Account, roles: readonly AccountRole[]): AccountView {
  return {
    ...maskedFor(ability, 'Account', account, MASKS),
    roles: roles.filter(({ accountId }) => accountId === account.id).map(grantOf),
  };
}

function grantOf({ role, regionId, organizationId, duties }: AccountRole): RoleGrant {
  return { role, regionId, organizationId, duties };
}
