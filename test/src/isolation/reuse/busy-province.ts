import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { creditCode } from '../../factories/credit-codes.js';
import { createTenant, type TestTenant } from '../../factories/tenant.factory.js';
import type { Call } from './leaving-client.js';

let serial = 900_000;

/** A tenant whose officer announces one center after another, each with a lead and a member of its own. */
export interface BusyProvince extends TestTenant {
  /** Makes a center: rows in two tables, and the entries of both in the audit log. */
  newCenter(): Call;
  readonly list: Call;
}

export async function createBusyProvince(owner: DataSource, centers: number): Promise<BusyProvince> {
  const tenant = await createTenant(owner);
  const organizations = Array.from({ length: 2 * centers }, () => newId());
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(
      manager,
      'organization',
      organizations.map((id) => {
        serial += 1;
        return {
          tenant_id: tenant.id,
          id,
          credit_code: creditCode(serial),
          name: `单位${serial}`,
          kind: 'enterprise',
          ownership: 'local',
          region_id: tenant.regionId,
          version: 1,
          created_at: new Date(),
          updated_at: new Date(),
        };
      }),
    ),
  );
  const token = tenant.tokens.provinceOfficer;
  return {
    ...tenant,
    list: { method: 'GET', path: '/api/v1/centers?limit=100', token },
    newCenter: () => {
      const [lead, member] = [organizations.pop(), organizations.pop()];
      const body = {
        name: `${tenant.code} ${organizations.length}`,
        category: 'comprehensive',
        regionId: tenant.regionId,
        leadOrganizationId: lead,
        memberIds: [member],
      };
      return { method: 'POST', path: '/api/v1/centers', token, body };
    },
  };
}

interface CenterRow {
  readonly name: string;
  readonly members: number;
  readonly told: number;
}

/** The centers of a tenant that are not whole: without their member, or not told to the audit log. And how many are whole. */
export async function centersOf(
  superuser: DataSource,
  { id }: TestTenant,
): Promise<{ whole: string[]; torn: CenterRow[] }> {
  const rows = await superuser.query<CenterRow[]>(
    `
      SELECT c.name, (SELECT count(*)::int FROM center_member m WHERE m.center_id = c.id) AS members,
        (SELECT count(*)::int FROM audit_entry e WHERE e.subject IN ('center', 'center_member')
         AND (e.subject_id = c.id::text OR e.subject_id LIKE c.id || '/%')) AS told
      FROM center c WHERE c.tenant_id = $1`,
    [id],
  );
  const torn = rows.filter(({ members, told }) => members !== 1 || told !== 2);
  return { whole: rows.filter((row) => !torn.includes(row)).map(({ name }) => name), torn };
}
