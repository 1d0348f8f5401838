import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import { createCenter } from './center.factory.js';
import type { TestTenant } from './tenant.factory.js';

/** Writes what an organization was called until a day, as a change report of a center would have it. Runs as the owner. */
export async function createFormerName(
  owner: DataSource,
  tenant: TestTenant,
  organizationId: string,
  { value, validThrough }: { readonly value: string; readonly validThrough: string },
): Promise<void> {
  const [own, id, now] = [{ tenant_id: tenant.id }, newId(), new Date()];
  const centerId = await createCenter(owner, tenant);
  const report = { kind: 'organizationRename', effective_on: validThrough, description: '更名。', content: {} };
  const frame = { rule_set_id: tenant.ruleSetId, due_on: validThrough, arithmetic: '一个月内', state: 'draft' };
  const stamps = { created_by: tenant.accounts.centerOperator, version: 1, created_at: now, updated_at: now };
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await insertRows(manager, 'change_report', [{ ...own, id, center_id: centerId, ...report, ...frame, ...stamps }]);
    await insertRows(manager, 'organization_history', [
      {
        ...own,
        organization_id: organizationId,
        field: 'name',
        valid_through: validThrough,
        value,
        change_report_id: id,
      },
    ]);
  });
}
