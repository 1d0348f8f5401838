import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';
import type { TestTenant } from './tenant.factory.js';

export interface DeadlineInput {
  readonly dueOn: string;
  readonly holders?: readonly object[];
  readonly remindOn?: Readonly<Record<number, string>>;
  readonly kind?: string;
  readonly subjectId?: string;
}

/** An open deadline of the province's officers, with reminders by their days before. Runs as the owner. */
export async function createDeadline(
  owner: DataSource,
  tenant: Pick<TestTenant, 'id'>,
  {
    dueOn,
    holders = [{ role: 'provinceOfficer' }],
    remindOn = {},
    kind = 'test.due',
    subjectId = newId(),
  }: DeadlineInput,
): Promise<string> {
  const id = newId();
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await insertRows(manager, 'deadline', [
      {
        tenant_id: tenant.id,
        id,
        kind,
        subject_kind: 'test',
        subject_id: subjectId,
        title: '报送材料',
        due_on: dueOn,
        arithmetic: '自次日起算。',
        holders: [...holders],
        set_at: new Date(),
      },
    ]);
    await insertRows(
      manager,
      'deadline_reminder',
      Object.entries(remindOn).map(([days, day]) => ({
        tenant_id: tenant.id,
        deadline_id: id,
        days_before: Number(days),
        remind_on: day,
      })),
    );
  });
  return id;
}
