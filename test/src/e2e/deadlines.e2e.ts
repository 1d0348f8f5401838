import { setStatutoryClock } from '@shucu/database';
import { createDeadline } from '../factories/deadline.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { callerOf } from '../harness/caller.js';
import { type MailServer, startMailServer } from '../harness/mail-server.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

interface Told {
  readonly kind: string;
  readonly texts: { readonly 'zh-CN': { readonly title: string; readonly body: string } };
}

describe('deadlines', () => {
  let platform: TestPlatform;
  let mails: MailServer;
  let tenant: TestTenant;
  let worker: { close(): Promise<void> };

  const as = (who: keyof TestTenant['tokens']) => callerOf(platform, tenant.tokens[who]);
  const told = async (kind: string): Promise<Told[]> => {
    const { items } = (await as('provinceOfficer').get('me/notifications?limit=100').expect(200)).body;
    return items.filter((message: Told) => message.kind === kind);
  };
  const stateOf = async (id: string): Promise<string> => {
    const { items } = (await as('provinceOfficer').get('deadlines?limit=100').expect(200)).body;
    return items.find((deadline: { id: string }) => deadline.id === id).state;
  };
  const at = (instant: string): Promise<void> => setStatutoryClock(platform.owner, instant);

  beforeAll(async () => {
    mails = await startMailServer();
    const variables = { SMTP_URL: mails.url, SMTP_FROM: '数促平台 <no-reply@shucu.example>' };
    platform = await startPlatform({ variables });
    tenant = await createTenant(platform.owner);
    await platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await manager.query(`UPDATE account SET email = login || '@gansu.example' WHERE tenant_id = $1`, [tenant.id]);
    });
    await at('2026-01-01T09:00:00+08:00');
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
    await mails?.stop();
  });

  it('remind on each of their days, once each, in the house and by e-mail, with two workers at it', async () => {
    const second = await platform.startWorker();
    const remindOn = { 30: '2026-01-01', 7: '2026-01-24', 1: '2026-01-30' };
    const id = await createDeadline(platform.owner, tenant, { dueOn: '2026-01-31', remindOn });
    for (const [day, count] of [
      ['2026-01-01', 1],
      ['2026-01-24', 2],
      ['2026-01-30', 3],
    ] as const) {
      await at(`${day}T00:00:01+08:00`);
      await until(`reminder ${count}`, async () => (await told('deadline.reminder')).length === count);
    }
    expect((await told('deadline.reminder')).map(({ texts }) => texts['zh-CN'].body)).toEqual([
      '“报送材料”截止于 2026-01-31 24:00，距今 1 天。自次日起算。',
      '“报送材料”截止于 2026-01-31 24:00，距今 7 天。自次日起算。',
      '“报送材料”截止于 2026-01-31 24:00，距今 30 天。自次日起算。',
    ]);
    // Two officers, three reminders.
    await until('the e-mails', async () => mails.arrived.length >= 6);
    await second.close();
    expect(mails.arrived.map(({ to, subject }) => `${to} ${subject}`).sort()).toEqual([
      ...Array(3).fill('provinceofficer@gansu.example 期限提醒：报送材料'),
      ...Array(3).fill('secondofficer@gansu.example 期限提醒：报送材料'),
    ]);
    expect(new Set(mails.arrived.map(({ messageId }) => messageId)).size).toBe(6);
    expect(await stateOf(id)).toBe('open');
  });

  it('last until 24:00 of their day in Shanghai and not a second less', async () => {
    const id = await createDeadline(platform.owner, tenant, { dueOn: '2026-02-10' });
    await at('2026-02-10T23:59:50+08:00');
    // Several rounds of the watch go by while the day is not over.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await stateOf(id)).toBe('open');
    await at('2026-02-11T00:00:00+08:00');
    await until('the end', async () => (await stateOf(id)) === 'passed');
    expect((await told('deadline.passed'))[0]?.texts['zh-CN'].body).toBe(
      '“报送材料”已于 2026-02-10 24:00 届满。自次日起算。',
    );
  });

  it('that ended while nothing ran are passed at the next start, once', async () => {
    await worker.close();
    const id = await createDeadline(platform.owner, tenant, { dueOn: '2026-03-01', remindOn: { 7: '2026-02-22' } });
    const before = (await told('deadline.passed')).length;
    await at('2026-03-05T12:00:00+08:00');
    worker = await platform.startWorker();
    await until('the end', async () => (await stateOf(id)) === 'passed');
    expect((await told('deadline.passed')).length).toBe(before + 1);
  });

  it('an e-mail waits for a mail server that is overloaded, and ends where it refuses for good', async () => {
    mails.arrived.length = 0;
    mails.answer = 'later';
    await createDeadline(platform.owner, tenant, {
      dueOn: '2026-03-01',
      holders: [{ role: 'auditor' }],
    });
    await until('a refusal', async () => mails.refused > 0);
    mails.answer = 'take';
    // Others may still get theirs of the test before.
    await until('the e-mail', async () => mails.arrived.some(({ to }) => to === 'auditor@gansu.example'));
    expect(mails.arrived.filter(({ to }) => to === 'auditor@gansu.example')).toMatchObject([
      { subject: '期限已过：报送材料' },
    ]);
    mails.answer = 'never';
    const refused = mails.refused;
    await createDeadline(platform.owner, tenant, { dueOn: '2026-03-02', holders: [{ role: 'auditor' }] });
    await until('the refusal', async () => mails.refused > refused);
    const failed = async (): Promise<{ error: string }[]> =>
      platform.owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
        return manager.query(`SELECT error FROM email_delivery WHERE state = 'failed'`);
      });
    await until('the failure', async () => (await failed()).length === 1);
    expect((await failed())[0]?.error).toBe('邮件未能送达，已尝试 1 次（SMTP 550）');
    mails.answer = 'take';
  });

  it('are told in the language and the way that a person prefers', async () => {
    mails.arrived.length = 0;
    await as('auditor').put('me/notification-preference', { email: 'each', language: 'en' }).expect(200);
    await createDeadline(platform.owner, tenant, { dueOn: '2026-03-03', holders: [{ role: 'auditor' }] });
    await until('the e-mail', async () => mails.arrived.length === 1);
    expect(mails.arrived[0]?.subject).toBe('Past due: 报送材料');
    await as('auditor').put('me/notification-preference', { email: 'none', language: 'en' }).expect(200);
    const { unread } = (await as('auditor').get('me/notifications').expect(200)).body;
    await createDeadline(platform.owner, tenant, { dueOn: '2026-03-04', holders: [{ role: 'auditor' }] });
    await until('the message', async () => (await as('auditor').get('me/notifications')).body.unread === unread + 1);
    expect(mails.arrived).toHaveLength(1);
    const { items } = (await as('auditor').get('me/notifications?unread=true&limit=1').expect(200)).body;
    await as('auditor').post(`me/notifications/${items[0].id}/reading-up-to`).expect(204);
    expect((await as('auditor').get('me/notifications').expect(200)).body.unread).toBe(0);
    await as('provinceOfficer').post(`me/notifications/${items[0].id}/reading`).expect(404);
    await as('auditor').put('me/notification-preference', { email: 'weekly', language: 'en' }).expect(422);
  });

  it('are shown to those whose business they are, and all of them to the province', async () => {
    const holders = [{ role: 'cityOfficer', regionId: tenant.regionId }];
    const id = await createDeadline(platform.owner, tenant, { dueOn: '2026-12-31', holders });
    const shown = async (who: keyof TestTenant['tokens']): Promise<boolean> => {
      const { items } = (await as(who).get('deadlines?state=open').expect(200)).body;
      return items.some((deadline: { id: string }) => deadline.id === id);
    };
    expect(await shown('cityOfficer')).toBe(true);
    expect(await shown('provinceOfficer')).toBe(true);
    expect(await shown('centerOperator')).toBe(false);
    expect(await shown('expert')).toBe(false);
  });
});
