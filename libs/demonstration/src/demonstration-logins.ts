import { insertRows } from '@shucu/database';
import { hashPassword, newApiToken, newTemporaryPassword } from '@shucu/identity';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';
import type { AccountRow, DemoTenant } from './generator/rows.types.js';

interface People {
  readonly tenant: Pick<DemoTenant['tenant'], 'id' | 'code'>;
  readonly accounts: readonly AccountRow[];
}

/** A person of the demonstration with a password that works. */
export interface DemoLogin extends Pick<AccountRow, 'login' | 'displayName' | 'role'> {
  readonly tenantCode: string;
  readonly password: string;
}

/** How long tokens for measurements live. */
const TOKEN_HOURS = 12;

/** Gives every person of the tenant a new password and ends what was signed in with the one before. Runs as the owner. */
export async function renewPasswords(owner: DataSource, { tenant, accounts }: People): Promise<DemoLogin[]> {
  const logins = await Promise.all(
    accounts.map(async ({ id, login, displayName, role }) => {
      const password = newTemporaryPassword();
      return { id, login, displayName, role, password, hash: await hashPassword(password) };
    }),
  );
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await manager.query('DELETE FROM credential WHERE tenant_id = $1', [tenant.id]);
    await insertRows(
      manager,
      'credential',
      logins.map(({ id, hash }) => ({
        tenant_id: tenant.id,
        account_id: id,
        password_hash: hash,
        password_changed_at: new Date(),
        must_change_password: false,
      })),
    );
    await endSessions(manager, tenant.id);
  });
  return logins.map(({ login, displayName, role, password }) => ({
    tenantCode: tenant.code,
    login,
    displayName,
    role,
    password,
  }));
}

/** A token of one person with all that the person may do, for measurements. Runs as the owner. */
export async function issueToken(
  owner: DataSource,
  { id, code }: DemoTenant['tenant'],
  accountId: string,
): Promise<string> {
  const { token, hash } = newApiToken(code);
  await tenantTransaction(owner, id, (manager) =>
    insertRows(manager, 'api_token', [
      {
        tenant_id: id,
        id: newId(),
        account_id: accountId,
        name: 'measurement',
        token_hash: hash,
        scopes: ['*'],
        expires_at: new Date(Date.now() + TOKEN_HOURS * 3_600_000),
        created_at: new Date(),
      },
    ]),
  );
  return token;
}

async function endSessions(manager: EntityManager, tenantId: string): Promise<void> {
  await manager.query(
    `UPDATE session SET ended_at = now(), end_reason = 'passwordChanged' WHERE tenant_id = $1 AND ended_at IS NULL`,
    [tenantId],
  );
}
