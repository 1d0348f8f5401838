import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { creditCode } from './credit-codes.js';
import type { TestTenant } from './tenant.factory.js';

export interface CenterTraits {
  readonly name?: string;
  readonly category?: string;
  readonly variant?: string | null;
  readonly industry?: string | null;
  readonly announcedOn?: string;
  /** Default: an organization of its own, as one lead has one center. */
  readonly leadOrganizationId?: string;
}

let serial = 100_000;

/** Writes an active center; gives its id. */
export async function createCenter(owner: DataSource, tenant: TestTenant, traits: CenterTraits = {}): Promise<string> {
  serial += 1;
  const id = newId();
  const stamps = { version: 1, created_at: new Date(), updated_at: new Date() };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    const lead = traits.leadOrganizationId ?? newId();
    if (!traits.leadOrganizationId) {
      await insertRows(manager, 'organization', [
        {
          tenant_id: tenant.id,
          id: lead,
          credit_code: creditCode(serial),
          name: `牵头单位${serial}`,
          kind: 'enterprise',
          ownership: 'local',
          region_id: tenant.regionId,
          ...stamps,
        },
      ]);
    }
    await insertRows(manager, 'center', [
      {
        tenant_id: tenant.id,
        id,
        name: traits.name ?? `测试数促中心${serial}`,
        category: traits.category ?? 'comprehensive',
        variant: traits.variant ?? null,
        industry: traits.industry ?? null,
        region_id: tenant.regionId,
        lead_organization_id: lead,
        status: 'active',
        announced_on: traits.announcedOn ?? '2023-06-01',
        ...stamps,
      },
    ]);
  });
  return id;
}

/** Writes service records of one center and day. */
export async function createServiceRecords(
  owner: DataSource,
  tenant: TestTenant,
  centerId: string,
  count: number,
  row: { type: string; servedOn: string; enterprise?: (n: number) => string },
): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => ({
    tenant_id: tenant.id,
    year: Number(row.servedOn.slice(0, 4)),
    id: newId(),
    center_id: centerId,
    type: row.type,
    served_on: row.servedOn,
    headcount: 10,
    amount: 0,
    title: `服务${n + 1}`,
    enterprise: row.enterprise?.(n) ?? null,
    sme: true,
    above_scale: false,
    discounted: false,
    evidence: [],
    verification: 'verified',
    status: 'active',
    version: 1,
    created_at: new Date(),
    updated_at: new Date(),
  }));
  await tenantTransaction(owner, tenant.id, (manager) => insertRows(manager, 'service_record', rows));
}
