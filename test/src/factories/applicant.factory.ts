import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { creditCode } from './credit-codes.js';
import { createPerson } from './person.factory.js';
import type { TestTenant } from './tenant.factory.js';

export interface ApplicantTraits {
  readonly name?: string;
  readonly creditCode?: string;
  readonly ownership?: 'local' | 'provincial' | 'central';
  readonly bannedThrough?: string;
}

/** An organization with an operator who may submit for it. */
export interface TestApplicant {
  readonly organizationId: string;
  readonly creditCode: string;
  readonly name: string;
  readonly token: string;
  readonly accountId: string;
}

let serial = 960_000;

/** Writes an organization and its operator. Runs as the owner. */
export async function createApplicant(
  owner: DataSource,
  tenant: TestTenant,
  traits: ApplicantTraits = {},
): Promise<TestApplicant> {
  serial += 1;
  const organizationId = newId();
  const name = traits.name ?? `申报单位${serial}`;
  const code = traits.creditCode ?? creditCode(serial);
  const now = new Date();
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(manager, 'organization', [
      {
        ...{ tenant_id: tenant.id, id: organizationId, credit_code: code, name, kind: 'enterprise' },
        ...{ ownership: traits.ownership ?? 'local', region_id: tenant.regionId },
        ...{ banned_through: traits.bannedThrough ?? null, version: 1, created_at: now, updated_at: now },
      },
    ]),
  );
  const { id: accountId, token } = await createPerson(owner, tenant, { role: 'centerOperator', organizationId });
  return { organizationId, creditCode: code, name, token, accountId };
}
