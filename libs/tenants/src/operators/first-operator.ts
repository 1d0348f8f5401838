import { insertRows, PLATFORM_TENANT_ID } from '@shucu/database';
import { hashPassword, newTemporaryPassword } from '@shucu/identity';
import { AppError, newId } from '@shucu/kernel';
import { AuditContext, tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';

export interface NewOperator {
  /** Lower case. */
  readonly login: string;
  readonly displayName: string;
}

/**
 * Makes an operator of the platform as the owner of the schema: the first one has nobody who could invite. Gives the password,
 * which is kept nowhere and must be changed at the first sign-in. Throws `account.loginTaken`.
 */
export async function createFirstOperator(owner: DataSource, operator: NewOperator): Promise<string> {
  const password = newTemporaryPassword();
  const passwordHash = await hashPassword(password);
  await AuditContext.run({ action: 'operator.create' }, () =>
    tenantTransaction(owner, PLATFORM_TENANT_ID, (manager) => insertOperator(manager, operator, passwordHash)),
  );
  return password;
}

async function insertOperator(
  manager: EntityManager,
  { login, displayName }: NewOperator,
  passwordHash: string,
): Promise<void> {
  const account = { tenant_id: PLATFORM_TENANT_ID, account_id: newId() };
  const made = await manager.query<unknown[]>(
    `INSERT INTO account (tenant_id, id, login, display_name, status) VALUES ($1, $2, $3, $4, 'active')
     ON CONFLICT (tenant_id, login) DO NOTHING RETURNING id`,
    [account.tenant_id, account.account_id, login, displayName],
  );
  if (made.length === 0) throw new AppError('account.loginTaken', { login });
  await insertRows(manager, 'account_role', [
    { ...account, id: newId(), role: 'platformOperator', duties: [], granted_at: new Date() },
  ]);
  await insertRows(manager, 'credential', [
    { ...account, password_hash: passwordHash, password_changed_at: new Date(), must_change_password: true },
  ]);
}
