import { insertRows, writeInBulk } from '@shucu/database';
import { newId } from '@shucu/kernel';
import type { Duty, Role } from '@shucu/permissions';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';
import { sealScoreSheets, signResults } from './assessment-results.js';
import type { DemoTenant } from './generator/rows.types.js';

/** Which table each part of a tenant goes to, in an order that the foreign keys allow: before the accounts, and after them. */
const FRAME = [
  ['regions', 'region'],
  ['organizations', 'organization'],
] as const satisfies readonly (readonly [keyof DemoTenant, string])[];

const CONTENT = [
  ['ruleSets', 'rule_set'],
  ['centers', 'center'],
  ['centerMembers', 'center_member'],
  ['serviceRecords', 'service_record'],
  ['resources', 'resource'],
  ['yearlyFacts', 'yearly_fact'],
  ['referenceFigures', 'reference_figure'],
  ['expertProfiles', 'expert_profile'],
  ['assessments', 'assessment'],
  ['expertAssignments', 'expert_assignment'],
  ['scoreSheets', 'score_sheet'],
  ['expertScores', 'expert_score'],
] as const satisfies readonly (readonly [keyof DemoTenant, string])[];

/** What the one person of a role may do in particular. */
const DUTIES_OF: Readonly<Partial<Record<Role, readonly Duty[]>>> = {
  provinceAdministrator: ['system', 'security'],
  centerOperator: ['submission'],
};

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
    await writeInBulk(manager, 'demonstration', async () => {
      for (const [part, table] of FRAME) await insertRows(manager, table, demo[part].map(columnsOf));
      await writeAccounts(manager, demo);
      for (const [part, table] of CONTENT) await insertRows(manager, table, demo[part].map(columnsOf));
      await sealScoreSheets(manager);
      await signResults(manager, Math.max(...demo.evaluatedYears));
    });
    await analyse(manager);
    return true;
  });
}

/** People and the one role of each; they can sign in once `renewPasswords` has given them a password. */
async function writeAccounts(manager: EntityManager, { accounts }: DemoTenant): Promise<void> {
  const now = new Date();
  await insertRows(
    manager,
    'account',
    accounts.map(({ tenantId, id, login, displayName }) => ({
      tenant_id: tenantId,
      id,
      login,
      display_name: displayName,
      status: 'active',
      version: 1,
      created_at: now,
      updated_at: now,
    })),
  );
  await insertRows(
    manager,
    'account_role',
    accounts.map(({ tenantId, id, role, regionId, organizationId }) => ({
      tenant_id: tenantId,
      id: newId(),
      account_id: id,
      role,
      region_id: regionId,
      organization_id: organizationId,
      duties: DUTIES_OF[role] ?? [],
      granted_at: now,
    })),
  );
}

/** Column names of the database for the keys of a row. */
function columnsOf(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

/** Fresh statistics, so that the first evaluation is planned well. */
async function analyse(manager: EntityManager): Promise<void> {
  await manager.query(
    'ANALYZE center, service_record, resource, yearly_fact, reference_figure, expert_assignment, score_sheet, expert_score',
  );
}
