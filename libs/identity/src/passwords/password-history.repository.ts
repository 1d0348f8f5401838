import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { LONGEST_HISTORY } from '../credentials/index.js';

/** Former passwords, the one in use first; one that was set before histories were kept is in the credential only. */
export async function formerHashes(accountId: string): Promise<string[]> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<{ hash: string }[]>(
    `SELECT hash FROM (
       SELECT password_hash AS hash, set_at FROM password_history WHERE tenant_id = $1 AND account_id = $2
       UNION ALL
       SELECT password_hash, COALESCE(password_changed_at, '-infinity') FROM credential
       WHERE tenant_id = $1 AND account_id = $2 AND password_hash IS NOT NULL
     ) former GROUP BY hash ORDER BY max(set_at) DESC`,
    [tenantId, accountId],
  );
  return rows.map(({ hash }) => hash);
}

/** Adds the password that is in use from now on; those that no policy can ask for any more are forgotten. */
export async function addToHistory(accountId: string, hash: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    'INSERT INTO password_history (tenant_id, id, account_id, password_hash) VALUES ($1, $2, $3, $4)',
    [tenantId, newId(), accountId, hash],
  );
  await manager.query(
    `DELETE FROM password_history WHERE tenant_id = $1 AND account_id = $2 AND id NOT IN (
       SELECT id FROM password_history WHERE tenant_id = $1 AND account_id = $2 ORDER BY set_at DESC, id DESC LIMIT $3)`,
    [tenantId, accountId, LONGEST_HISTORY],
  );
}

/** Puts another hash of the same password in the place of a former one. */
export async function replaceInHistory(accountId: string, former: string, hash: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `WITH gone AS (
       DELETE FROM password_history WHERE tenant_id = $1 AND account_id = $2 AND password_hash = $3 RETURNING set_at
     ) INSERT INTO password_history (tenant_id, id, account_id, password_hash, set_at)
     SELECT $1, $4, $2, $5, max(set_at) FROM gone HAVING count(*) > 0`,
    [tenantId, accountId, former, newId(), hash],
  );
}
