import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { createDeadline } from '../../factories/deadline.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import type { TestPlatform } from '../../harness/platform.js';

/** Messages and deadlines of a tenant. */
export interface MessageIds {
  /** Of the second officer. */
  readonly notification: string;
  readonly deadline: string;
  /** What the deadline is of. */
  readonly deadlineSubject: string;
}

export async function createMessages({ owner }: TestPlatform, tenant: TestTenant): Promise<MessageIds> {
  const notification = newId();
  const subjectId = newId();
  const text = { title: '期限提醒', body: '截止于 2026-12-31 24:00。' };
  await tenantTransaction(owner, tenant.id, (manager) =>
    insertRows(manager, 'notification', [
      {
        ...{ tenant_id: tenant.id, id: notification, account_id: tenant.accounts.secondOfficer },
        ...{ kind: 'test.told', key: notification, subject_kind: 'test', subject_id: subjectId },
        ...{ texts: { 'zh-CN': text, en: text }, sent_at: new Date() },
      },
    ]),
  );
  const deadline = await createDeadline(owner, tenant, { dueOn: '2099-12-31', subjectId });
  return { notification, deadline, deadlineSubject: subjectId };
}

/** A deadline that is the province's alone. */
export async function messageElsewhere(
  { owner }: TestPlatform,
  tenant: TestTenant,
): Promise<Omit<MessageIds, 'notification'>> {
  const deadlineSubject = newId();
  return {
    deadline: await createDeadline(owner, tenant, { dueOn: '2099-12-30', subjectId: deadlineSubject }),
    deadlineSubject,
  };
}
