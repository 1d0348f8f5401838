import { setStatutoryClock } from '@shucu/database';
import { canonicalJson, sha256 } from '@shucu/kernel';
import { createProposed, type TestApplication } from '../factories/proposed-application.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { callerOf, callerWith } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';

const CONTACT = { name: '数字化处', phone: '0931-8888888' };
const PERSON = {
  objectorKind: 'person',
  objectorName: '张三',
  identityNumber: '11010519491231002X',
  phone: '13800000000',
  content: '该中心所报运营人数与事实不符。',
};

describe('public notices', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let worker: { close(): Promise<void> };

  const as = (who: keyof TestTenant['tokens']) => callerOf(platform, tenant.tokens[who]);
  const anybody = () => callerWith(platform, { 'sec-fetch-site': 'same-origin' });
  const at = (instant: string): Promise<void> => setStatutoryClock(platform.owner, instant);
  const proposed = (): Promise<TestApplication> => createProposed(platform.owner, tenant);
  const version = async (id: string): Promise<number> =>
    (await as('provinceOfficer').get(`applications/${id}`).expect(200)).body.version;
  const stateOf = async (id: string): Promise<string> =>
    (await as('provinceOfficer').get(`applications/${id}`).expect(200)).body.state;
  const candidatesOf = async (applications: readonly TestApplication[]) => {
    const candidates = [];
    for (const { id } of applications) candidates.push({ applicationId: id, version: await version(id) });
    return candidates;
  };
  const publish = async (...applications: TestApplication[]) =>
    as('provinceOfficer').post('public-notices', { candidates: await candidatesOf(applications), contact: CONTACT });
  const announce = async (...applications: TestApplication[]) =>
    as('secondOfficer').post('announcements', { candidates: await candidatesOf(applications) });
  const noticeState = async (id: string): Promise<string> =>
    (await anybody().get(`public/${tenant.code}/notices/${id}`).expect(200)).body.notice.state;

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('run five working days over a make-up Sunday and the May holidays, to the second, and tell how that was reckoned', async () => {
    await at('2025-04-25T10:00:00+08:00');
    const application = await proposed();
    const { body: notice } = await publish(application).then((response) => {
      expect(response.status).toBe(201);
      return response;
    });
    // 04-27 is a make-up Sunday, 28–30 are three days, 1–5 May are holidays: the fifth day is 6 May.
    expect(notice).toMatchObject({
      publishedOn: '2025-04-25',
      through: '2025-05-06',
      workingDays: 5,
      state: 'running',
    });
    expect(notice.arithmetic).toContain('4 月 27 日（调休上班）计入');
    expect(notice.arithmetic).toContain('5 月 1—5 日放假不计');
    expect(notice.snapshotHash).toBe(sha256(canonicalJson(notice.snapshot)));
    expect(await stateOf(application.id)).toBe('onNotice');
    await at('2025-05-06T23:59:50+08:00');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await noticeState(notice.id)).toBe('running');
    const early = await announce(application);
    expect([early.status, early.body.code]).toEqual([409, 'notice.notOver']);
    expect(early.body.title).toContain('2025-05-06 24:00');
    await at('2025-05-07T00:00:00+08:00');
    await until('the end', async () => (await noticeState(notice.id)) === 'ended');
    const { body: announcement } = await announce(application);
    expect(announcement.announcedOn).toBe('2025-05-07');
    const { body: center } = await as('provinceOfficer').get(`centers/${application.centerId}`).expect(200);
    expect(center.center).toMatchObject({ status: 'active', announcedOn: '2025-05-07' });
    await until('the documents', async () => {
      const { items } = (await as('provinceOfficer').get('documents?limit=100').expect(200)).body;
      const ours = items.filter(({ subjectId }: { subjectId: string }) =>
        [notice.id, announcement.id].includes(subjectId),
      );
      return ours.length === 2 && ours.every(({ state }: { state: string }) => state === 'ready');
    });
  });

  it('cannot be ended early by anybody, not even by a statement of our own', async () => {
    await at('2025-06-03T10:00:00+08:00');
    const { body: notice } = await publish(await proposed());
    const end = `UPDATE public_notice SET state = 'ended', ended_at = statutory_now() WHERE id = '${notice.id}'`;
    const ended = (): Promise<unknown> =>
      platform.owner.transaction(async (manager) => {
        await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
        await manager.query(end);
      });
    await expect(ended()).rejects.toThrow(/runs through 2025-06-10/);
    // Without the trigger the same statement would pass.
    await platform.owner.query('ALTER TABLE public_notice DISABLE TRIGGER runs_to_its_end');
    await expect(ended()).resolves.toBeUndefined();
    await platform.owner.query('ALTER TABLE public_notice ENABLE TRIGGER runs_to_its_end');
  });

  it('that ended while nothing ran end with the next start of the worker', async () => {
    await worker.close();
    await at('2025-07-01T10:00:00+08:00');
    const { body: notice } = await publish(await proposed());
    await at('2025-07-09T00:00:30+08:00');
    const begun = Date.now();
    worker = await platform.startWorker();
    await until('the end', async () => (await noticeState(notice.id)) === 'ended');
    expect(Date.now() - begun).toBeLessThan(60_000);
  });

  it('take objections of anybody who says who they are; the center alone waits for the answer', async () => {
    await at('2025-08-04T10:00:00+08:00');
    const [contested, clear] = [await proposed(), await proposed()];
    const { body: notice } = await publish(contested, clear);
    const url = `public/${tenant.code}/notices/${notice.id}/objections`;
    const objection = { ...PERSON, applicationId: contested.id };
    const unnamed = await anybody()
      .post(url, { ...objection, identityNumber: '123' })
      .expect(422);
    expect(unnamed.body.errors[0]).toMatchObject({ field: 'identityNumber', rule: 'identity' });
    const { body: receipt } = await anybody().post(url, objection).expect(201);
    expect(receipt).toMatchObject({ receipt: expect.stringMatching(/^YY2025-\d{4}$/), answerBy: '2025-08-18' });
    const [shown] = (await as('auditor').get(`objections?noticeId=${notice.id}`).expect(200)).body.items;
    expect(shown).toMatchObject({ objectorName: '张三', phone: '13800000000', state: 'received' });
    const [masked] = (await as('provinceAdministrator').get('objections').expect(200)).body.items;
    expect(masked.phone).toBe('138****0000');
    expect((await as('centerOperator').get('objections').expect(200)).body.items).toEqual([]);
    await at('2025-08-12T00:00:00+08:00');
    await until('the end', async () => (await noticeState(notice.id)) === 'ended');
    const held = await announce(contested, clear);
    expect([held.status, held.body.code]).toEqual([409, 'notice.contested']);
    expect((await announce(clear)).status).toBe(201);
    await anybody()
      .post(url, { ...objection, applicationId: contested.id })
      .expect(409);
    const decision = { version: 1, decision: 'dismissed', findings: '经核查社保缴纳人数。', answer: '与所报一致。' };
    await as('secondOfficer')
      .post(`objections/${shown.id}/decision`, { ...decision, consequence: 'renew' })
      .expect(422);
    await as('secondOfficer').post(`objections/${shown.id}/decision`, decision).expect(200);
    const again = await as('provinceOfficer').post(`objections/${shown.id}/decision`, decision).expect(409);
    expect(again.body).toMatchObject({ code: 'conflict.stale', errors: [{ field: 'version', rule: 'changed' }] });
    const inspection = { receipt: receipt.receipt, ticket: receipt.ticket };
    const { body: outcome } = await anybody()
      .post(`public/${tenant.code}/objections/inspection`, inspection)
      .expect(200);
    expect(outcome).toMatchObject({ state: 'dismissed', answer: '与所报一致。' });
    expect(outcome.phone).toBeUndefined();
    await anybody()
      .post(`public/${tenant.code}/objections/inspection`, { ...inspection, ticket: 'x' })
      .expect(404);
    expect((await announce(contested)).status).toBe(201);
  });

  it('are renewed for a center whose objection was upheld, and end for one that fails', async () => {
    await at('2025-09-01T10:00:00+08:00');
    const [corrected, failing] = [await proposed(), await proposed()];
    const { body: notice } = await publish(corrected, failing);
    const objections: string[] = [];
    for (const { id } of [corrected, failing]) {
      const url = `public/${tenant.code}/notices/${notice.id}/objections`;
      objections.push(
        (
          await anybody()
            .post(url, { ...PERSON, applicationId: id })
            .expect(201)
        ).body.id,
      );
    }
    const upheld = { version: 1, decision: 'upheld', findings: '属实。', answer: '异议成立。' };
    const decide = (id: string | undefined, consequence: string) =>
      as('secondOfficer')
        .post(`objections/${id}/decision`, { ...upheld, consequence })
        .expect(200);
    await decide(objections[0], 'renew');
    await decide(objections[1], 'fail');
    expect([await stateOf(corrected.id), await stateOf(failing.id)]).toEqual(['proposed', 'notPassed']);
    const { entries } = (await anybody().get(`public/${tenant.code}/notices/${notice.id}`).expect(200)).body;
    expect(
      Object.fromEntries(
        entries.map((entry: { applicationId: string; outcome: string }) => [entry.applicationId, entry.outcome]),
      ),
    ).toEqual({
      [corrected.id]: 'renewed',
      [failing.id]: 'failed',
    });
    const renewal = { noticeId: notice.id, reason: '更正运营人数后重新公示。' };
    const candidates = await candidatesOf([corrected]);
    const { body: renewed } = await as('provinceOfficer')
      .post('public-notices', { candidates, contact: CONTACT, renews: renewal })
      .expect(201);
    expect(renewed).toMatchObject({ renewsId: notice.id, state: 'running' });
  });

  it('are published once, by one of two who do so at the same time, and only for what is proposed', async () => {
    await at('2025-10-13T10:00:00+08:00');
    const application = await proposed();
    const candidates = await candidatesOf([application]);
    const both = await Promise.all(
      (['provinceOfficer', 'secondOfficer'] as const).map((who) =>
        as(who).post('public-notices', { candidates, contact: CONTACT }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('conflict.stale');
    expect(refused?.body.errors[0].message).toContain('列入公示');
    const once = await publish(application);
    expect([once.status, once.body.code]).toEqual([409, 'workflow.notPossible']);
    await as('cityOfficer').post('public-notices', { candidates, contact: CONTACT }).expect(403);
  });
});
