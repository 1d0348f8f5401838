import { insertRows } from '@shucu/database';
import { newDevelopmentToken } from '@shucu/identity';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';
import type { DemoTenant } from './generator/rows.types.js';

/** Which table each part of a tenant goes to, in an order that the foreign keys allow. */
const TABLES = [
  ['regions', 'region'],
  ['organizations', 'organization'],
  ['accounts', 'account'],
  ['ruleSets', 'rule_set'],
  ['centers', 'center'],
  ['centerMembers', 'center_member'],
  ['serviceRecords', 'service_record'],
  ['resources', 'resource'],
  ['yearlyFacts', 'yearly_fact'],
  ['referenceFigures', 'reference_figure'],
  ['expertScores', 'expert_score'],
] as const satisfies readonly (readonly [keyof DemoTenant, string])[];

/** A person of the demonstration with a fresh token. */
export interface DemoLogin {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: string;
  readonly token: string;
}

/** Writes a tenant with all its rows, in one transaction, unless it is there already. Says whether it wrote. Runs as the owner. */
export async function writeTenant(owner: DataSource, demo: DemoTenant): Promise<boolean> {
  const { id, code, name, department, documentPrefix } = demo.tenant;
  return tenantTransaction(owner, id, async (manager) => {
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, code, name, department, documentPrefix],
    );
    if (inserted.length === 0) return false;
    for (const [part, table] of TABLES) await insertRows(manager, table, demo[part].map(columnsOf));
    await analyse(manager);
    return true;
  });
}

/** Gives every account of the tenant a new development token; the earlier ones are void. Only their hashes are stored. */
export async function renewLogins(owner: DataSource, { tenant, accounts }: DemoTenant): Promise<DemoLogin[]> {
  return tenantTransaction(owner, tenant.id, async (manager) => {
    await manager.query('DELETE FROM development_token WHERE tenant_id = $1', [tenant.id]);
    const logins = accounts.map((account) => ({ account, ...newDevelopmentToken(tenant.code) }));
    await insertRows(
      manager,
      'development_token',
      logins.map(({ account, hash }) => ({ tenant_id: tenant.id, token_hash: hash, account_id: account.id })),
    );
    return logins.map(({ account: { id, displayName, role }, token }) => ({ accountId: id, displayName, role, token }));
  });
}

/** Column names of the database for the keys of a row. */
function columnsOf(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** Fresh statistics, so that the first evaluation is planned well. */
async function analyse(manager: EntityManager): Promise<void> {
  await manager.query('ANALYZE center, service_record, resource, yearly_fact, reference_figure, expert_score');
}
