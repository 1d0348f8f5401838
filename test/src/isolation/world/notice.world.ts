import { insertRows } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { createProposed, type TestApplication } from '../../factories/proposed-application.factory.js';
import type { TestTenant } from '../../factories/tenant.factory.js';
import { callerOf, callerWith } from '../../harness/caller.js';
import type { TestPlatform } from '../../harness/platform.js';

/** Notices, objections and announcements of a tenant. */
export interface NoticeIds {
  /** Proposed again, as an objection to it was upheld, and the notice that is to be renewed for it. */
  readonly proposed: string;
  readonly renewedNotice: string;
  readonly notice: string;
  /** On the notice, contested by the operator. */
  readonly contested: string;
  readonly objection: string;
  /** On a notice that has ended, not announced yet. */
  readonly cleared: string;
  readonly announcement: string;
}

/** Has notices published and ended, an objection filed and a center announced. */
export async function createNotices(platform: TestPlatform, tenant: TestTenant): Promise<NoticeIds> {
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const operator = callerOf(platform, tenant.tokens.centerOperator);
  const some = (): Promise<TestApplication> => createProposed(platform.owner, tenant, { year: 2024 });
  const contact = { name: '数字化处', phone: '0931-8888888' };
  const publish = async (...applications: TestApplication[]): Promise<string> => {
    const candidates = applications.map(({ id }) => ({ applicationId: id, version: 1 }));
    return (await officer.post('public-notices', { candidates, contact }).expect(201)).body.id;
  };
  const [proposed, contested, cleared, announced] = [await some(), await some(), await some(), await some()];
  const renewedNotice = await publish(proposed);
  await sendBack(platform, tenant, renewedNotice, proposed);
  const notice = await publish(contested);
  const objection = {
    ...{ applicationId: contested.id, objectorKind: 'person', objectorName: '张三' },
    ...{ identityNumber: '11010519491231002X', phone: '13800000000', content: '人数不实。' },
  };
  const { body: receipt } = await operator.post(`public-notices/${notice}/objections`, objection).expect(201);
  const anybody = callerWith(platform, { 'sec-fetch-site': 'same-origin' });
  await anybody.post(`public/${tenant.code}/notices/${notice}/objections`, objection).expect(201);
  await end(platform, tenant, await publish(cleared, announced));
  const candidates = [{ applicationId: announced.id, version: 2 }];
  const { body: announcement } = await officer.post('announcements', { candidates }).expect(201);
  return {
    proposed: proposed.id,
    renewedNotice,
    notice,
    contested: contested.id,
    objection: receipt.id,
    cleared: cleared.id,
    announcement: announcement.id,
  };
}

/** An objection that is upheld and sends its candidate back to be corrected. */
async function sendBack(
  platform: TestPlatform,
  tenant: TestTenant,
  noticeId: string,
  { id }: TestApplication,
): Promise<void> {
  const anybody = callerWith(platform, { 'sec-fetch-site': 'same-origin' });
  const objection = {
    ...{ applicationId: id, objectorKind: 'person', objectorName: '王五', identityNumber: '11010519491231002X' },
    ...{ phone: '13700000000', content: '名称有误。' },
  };
  const filed = await anybody.post(`public/${tenant.code}/notices/${noticeId}/objections`, objection).expect(201);
  const upheld = { version: 1, decision: 'upheld', findings: '属实。', answer: '成立。', consequence: 'renew' };
  await callerOf(platform, tenant.tokens.secondOfficer)
    .post(`objections/${filed.body.id}/decision`, upheld)
    .expect(200);
}

/** A notice that ran before: as if it had been published long ago. Runs as the owner, whom alone nothing keeps from it. */
async function end({ owner }: TestPlatform, tenant: TestTenant, noticeId: string): Promise<void> {
  await tenantTransaction(owner, tenant.id, async (manager) => {
    await manager.query(
      `UPDATE public_notice SET published_on = '2025-01-02', through = '2025-01-09' WHERE tenant_id = $1 AND id = $2`,
      [tenant.id, noticeId],
    );
    await manager.query(
      `UPDATE public_notice SET state = 'ended', ended_at = now() WHERE tenant_id = $1 AND id = $2 AND state = 'running'`,
      [tenant.id, noticeId],
    );
    await insertRows(manager, 'case_step', [
      {
        ...{ tenant_id: tenant.id, id: newId(), machine: 'publicNotice', subject_id: noticeId, subject_version: 2 },
        ...{ transition: 'end', from_state: 'running', to_state: 'ended', details: {}, taken_at: new Date() },
      },
    ]);
  });
}

/** An objection that somebody filed without an account. */
export async function noticeElsewhere(
  platform: TestPlatform,
  tenant: TestTenant,
): Promise<Pick<NoticeIds, 'objection'>> {
  const application = await createProposed(platform.owner, tenant, { year: 2024 });
  const officer = callerOf(platform, tenant.tokens.provinceOfficer);
  const candidates = [{ applicationId: application.id, version: 1 }];
  const contact = { name: '数字化处', phone: '0931-8888888' };
  const { body: notice } = await officer.post('public-notices', { candidates, contact }).expect(201);
  const anybody = callerWith(platform, { 'sec-fetch-site': 'same-origin' });
  const objection = {
    ...{ applicationId: application.id, objectorKind: 'person', objectorName: '李四' },
    ...{ identityNumber: '11010519491231002X', phone: '13900000000', content: '材料不实。' },
  };
  const { body } = await anybody.post(`public/${tenant.code}/notices/${notice.id}/objections`, objection).expect(201);
  return { objection: body.id };
}
