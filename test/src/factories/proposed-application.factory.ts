import { insertRows } from '@shucu/database';
import { newId, sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { creditCode } from './credit-codes.js';
import type { TestTenant } from './tenant.factory.js';

let serial = 880_000;

export interface TestApplication {
  readonly id: string;
  readonly centerId: string;
  readonly leadId: string;
  readonly name: string;
}

/** The round of a year, called by the province officer; the one that is there already where there is one. Runs as the owner. */
export async function createRound(owner: DataSource, tenant: TestTenant, year: number): Promise<string> {
  return tenantTransaction(owner, tenant.id, async (manager) => {
    const [found] = await manager.query<{ id: string }[]>('SELECT id FROM round WHERE tenant_id = $1 AND year = $2', [
      tenant.id,
      year,
    ]);
    if (found) return found.id;
    const id = newId();
    await insertRows(manager, 'round', [
      {
        ...{ tenant_id: tenant.id, id, year, title: `${year}年度申报`, notice: '按通知办理。', version: 1 },
        ...{ opens_on: `${year}-03-01`, closes_on: `${year}-03-31`, rule_set_id: tenant.ruleSetId },
        ...{ called_by: tenant.accounts.provinceOfficer, called_at: new Date(), updated_at: new Date() },
      },
    ]);
    return id;
  });
}

/**
 * An application that the province has proposed for notice, by default of a lead of its own; as it stands after its assessment.
 * Runs as the owner.
 */
export async function createProposed(
  owner: DataSource,
  tenant: TestTenant,
  { year = 2025, leadId: givenLead }: { readonly year?: number; readonly leadId?: string } = {},
): Promise<TestApplication> {
  serial += 1;
  const roundId = await createRound(owner, tenant, year);
  const [id, centerId, leadId, now] = [newId(), newId(), givenLead ?? newId(), new Date()];
  const name = `拟公示中心${serial}`;
  const own = { tenant_id: tenant.id, region_id: tenant.regionId };
  const stamps = { version: 1, created_at: now, updated_at: now };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    if (!givenLead) {
      const kind = { kind: 'enterprise', ownership: 'local' };
      const lead = { id: leadId, credit_code: creditCode(serial), name: `牵头单位${serial}` };
      await insertRows(manager, 'organization', [{ ...own, ...lead, ...kind, ...stamps }]);
    }
    const center = { id: centerId, name, category: 'comprehensive', status: 'candidate', lead_organization_id: leadId };
    await insertRows(manager, 'center', [{ ...own, ...center, ...stamps, by_exception: givenLead !== undefined }]);
    await insertRows(manager, 'application', [
      {
        ...{ ...own, ...stamps, id, round_id: roundId, year, center_id: centerId, lead_organization_id: leadId, name },
        ...{ category: 'comprehensive', route: 'local', state: 'proposed', rule_set_id: tenant.ruleSetId },
        ...{ plugin_version: '1.0.0', dossier: {}, dossier_hash: sha256(name), claimed: {}, facts: {} },
        ...{ submissions: 1, submitted_at: now, created_by: tenant.accounts.centerOperator },
      },
    ]);
  });
  return { id, centerId, leadId, name };
}
