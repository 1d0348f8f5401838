import { setStatutoryClock } from '@shucu/database';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep, takeStep } from '../harness/steps.js';

interface Province {
  readonly tenant: TestTenant;
  readonly officer: Caller;
  readonly second: Caller;
  readonly operator: Caller;
  readonly centerId: string;
}

describe('a rating that people look at again', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    await setStatutoryClock(platform.owner, '2026-03-02T10:00:00+08:00');
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  const newProvince = async (overrides: object = {}): Promise<Province> => {
    const tenant = await createTenant(platform.owner, overrides);
    const centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    for (const servedOn of ['2024-03-05', '2025-03-05']) {
      await createServiceRecords(platform.owner, tenant, centerId, 3, { type: 'training', servedOn });
    }
    return {
      ...{ tenant, centerId, officer: callerOf(platform, tenant.tokens.provinceOfficer) },
      second: callerOf(platform, tenant.tokens.secondOfficer),
      operator: callerOf(platform, tenant.tokens.centerOperator),
    };
  };

  const computed = (officer: Caller, id: string): Promise<void> =>
    until('the computation', async () => (await officer.get(`rating-runs/${id}`)).body.state === 'scoring');

  const compute = async ({ officer }: Province, year: number): Promise<string> => {
    const { body } = await officer.post('rating-runs', { year }).expect(202);
    await computed(officer, body.id);
    return body.id;
  };

  const publish = async (province: Province, year: number): Promise<string> => {
    const run = await compute(province, year);
    await takeRunStep(province.second, run, 'review');
    for (const step of ['finalisation', 'publication']) await takeRunStep(province.officer, run, step);
    return ratingOf(province, year);
  };

  const ratingOf = async ({ officer, centerId }: Province, year: number): Promise<string> =>
    (await officer.get(`ratings?year=${year}&centerId=${centerId}`).expect(200)).body.items[0].id;

  it('is objected to before it is final: the run waits for the answer, and for a computation where it is upheld', async () => {
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const run = await compute(province, 2025);
    await takeRunStep(second, run, 'review');
    expect((await operator.get('ratings').expect(200)).body.items).toEqual([]);
    await takeRunStep(officer, run, 'disclosure');
    const rating = await ratingOf(province, 2025);
    expect((await operator.get(`ratings/${rating}`).expect(200)).body.state).toBe('rated');
    await officer.post(`ratings/${rating}/objections`, { objection: '代为提出' }).expect(403);
    const { body: filed } = await operator.post(`ratings/${rating}/objections`, { objection: '漏计培训' }).expect(201);
    const twice = await operator.post(`ratings/${rating}/objections`, { objection: '再次提出' }).expect(409);
    expect(twice.body.code).toBe('ratingObjection.open');
    const waiting = await takeRunStep(officer, run, 'finalisation', 409);
    expect(waiting.body.code).toBe('ratingRun.objectionsOpen');
    const objection = `rating-objections/${filed.id}`;
    const upheld = { decision: 'uphold', answer: '确有漏计，补录后重新计算。' };
    expect((await takeStep(second, objection, 'answer', upheld, 403)).body.code).toBe('ratingObjection.ownAnswer');
    await takeStep(operator, objection, 'answer', upheld, 403);
    const answers = await Promise.all([1, 2].map(() => officer.post(`${objection}/answer`, { version: 1, ...upheld })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const early = await takeRunStep(officer, run, 'finalisation', 409);
    expect(early.body.code).toBe('ratingRun.objectionsUpheld');
    await createServiceRecords(platform.owner, tenant, centerId, 5, { type: 'training', servedOn: '2025-06-05' });
    await takeRunStep(officer, run, 'computation', 202);
    await computed(officer, run);
    expect((await operator.get('ratings').expect(200)).body.items).toEqual([]);
    await takeRunStep(second, run, 'review');
    await takeRunStep(officer, run, 'finalisation');
  });

  it('is not there for a center that is not evaluated: a state with its reason, which neither counts nor breaks a row', async () => {
    const province = await newProvince();
    const { officer, second, operator, centerId } = province;
    const run = await compute(province, 2024);
    await takeRunStep(second, run, 'review');
    const mark = { centerId, kind: 'notEvaluated', reason: '受地震影响停业，属不可抗力。' };
    const { body: seen } = await officer.get(`rating-runs/${run}`).expect(200);
    const marks = await Promise.all(
      [officer, second].map((each) => each.post(`rating-runs/${run}/remarks`, { version: seen.version, ...mark })),
    );
    expect(marks.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(marks.find(({ status }) => status === 200)?.body).toMatchObject({ state: 'scoring', reviewedBy: null });
    const stranger = { ...mark, centerId: province.tenant.organizationId };
    const { body: unknown } = await takeStep(officer, `rating-runs/${run}`, 'remarks', stranger, 422);
    expect(unknown.code).toBe('ratingRemark.notRated');
    await takeRunStep(officer, run, 'computation', 202);
    await computed(officer, run);
    await takeRunStep(second, run, 'review');
    for (const step of ['finalisation', 'publication']) await takeRunStep(officer, run, step);
    const { body: shown } = await operator.get('ratings?state=notEvaluated').expect(200);
    expect(shown.items[0]).toMatchObject({ grade: null, gradeReason: mark.reason });
    const { body: flags } = await officer.get(`rating-runs/${run}/flags`).expect(200);
    expect(flags).toMatchObject([{ centerId, remarks: [{ kind: 'notEvaluated' }] }]);
    const next = await compute(province, 2025);
    await takeRunStep(second, next, 'review');
    expect((await takeRunStep(officer, next, 'finalisation')).body.opened).toEqual([]);
  });

  it('is corrected after the publication, by a new version with a reason; the old one stays, the report is issued anew', async () => {
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const early = await compute(province, 2024);
    const unpublished = { version: 1, reason: '补录' };
    const draft = await second.post(`ratings/${await ratingOf(province, 2024)}/correction`, unpublished).expect(409);
    expect(draft.body.code).toBe('rating.notPublished');
    await takeRunStep(second, early, 'review');
    for (const step of ['finalisation', 'publication']) await takeRunStep(officer, early, step);
    const id = await ratingOf(province, 2024);
    await until('the first report', async () => (await reportsOf(officer, id)).length === 1);
    const { body: before } = await officer.get(`ratings/${id}`).expect(200);
    const correction = { version: 1, reason: '补录漏报的培训记录。' };
    expect((await second.post(`ratings/${id}/correction`, correction).expect(409)).body.code).toBe('rating.unchanged');
    await createServiceRecords(platform.owner, tenant, centerId, 60, { type: 'training', servedOn: '2024-06-05' });
    const own = await officer.post(`ratings/${id}/correction`, correction).expect(403);
    expect(own.body.code).toBe('rating.ownFinalisation');
    await operator.post(`ratings/${id}/correction`, correction).expect(403);
    await second.post(`ratings/${id}/correction`, { version: 1 }).expect(422);
    const answers = await Promise.all([1, 2].map(() => second.post(`ratings/${id}/correction`, correction)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body).toMatchObject({ code: 'conflict.stale', errors: [{ field: 'version' }] });
    const { body: after } = await operator.get(`ratings/${id}`).expect(200);
    expect(after).toMatchObject({ version: 2, basis: 'corrected', correctionReason: correction.reason });
    expect(after.correctedAt).toMatch(/^2026-03-02T02:/);
    expect(Number(after.total)).toBeGreaterThan(Number(before.total));
    const { body: versions } = await operator.get(`ratings/${id}/versions`).expect(200);
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([1, 2]);
    const { body: first } = await operator.get(`ratings/${id}/versions/1`).expect(200);
    expect(first).toMatchObject({ total: before.total, inputsHash: before.inputsHash, sheet: before.sheet });
    await operator.get(`ratings/${id}/versions/3`).expect(404);
    await until('the second report', async () => (await reportsOf(operator, id)).length === 2);
    const [report] = await reportsOf(operator, id);
    const { text: html } = await operator.get(`documents/${report?.id}/content/html`).expect(200);
    expect(html).toContain(correction.reason);
    const change = platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await manager.query('UPDATE rating SET total = 99, version = version + 1 WHERE id = $1', [id]);
    });
    await expect(change).rejects.toThrow(/finalised run/);
  });

  it('has its consequences looked at again: a case loses its basis, another one is opened', async () => {
    const province = await newProvince();
    const { officer, second, operator } = province;
    const first = await publish(province, 2024);
    const last = await publish(province, 2025);
    const cases = async () => (await officer.get('revocation-cases').expect(200)).body.items;
    const [found] = await cases();
    expect(found).toMatchObject({ ground: 'consecutiveFails', state: 'statement', basisFlag: null });
    const state = (id: string, version: number, outcome: string, total: string) =>
      second
        .post(`ratings/${id}/correction`, { version, reason: '依判决更正。', stated: { outcome, total } })
        .expect(200);
    const { body: corrected } = await state(first, 1, 'pass', '61');
    expect(corrected).toMatchObject({ rating: { grade: 'pass', total: '61', basis: 'stated' }, flagged: [found.id] });
    expect((await cases())[0].basisFlag).toContain('由“不合格”更正为“合格”');
    const { body: back } = await state(first, 2, 'fail', '20');
    // The case is still open: none is opened beside it.
    expect(back).toMatchObject({ opened: null, flagged: [found.id] });
    const { body: better } = await state(last, 1, 'good', '80');
    expect(better).toMatchObject({ opened: null });
    const path = `revocation-cases/${found.id}`;
    await takeStep(operator, path, 'statement', { waived: true, reason: '没有异议。' });
    await takeStep(second, path, 'decision', { decision: 'dismiss', reason: '不再构成连续两次不合格。' });
    const { body: worse } = await state(last, 2, 'fail', '30');
    expect(worse.flagged).toEqual([]);
    expect((await cases())[0]).toMatchObject({ id: worse.opened, state: 'statement', openedBy: null });
    const { body: messages } = await officer.get('me/notifications?limit=100').expect(200);
    const kinds = messages.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'revocation.basisChanged')).toHaveLength(3);
  });

  async function reportsOf(caller: Caller, rating: string): Promise<{ id: string }[]> {
    const { body } = await caller.get('documents?kind=ratingReport&limit=100').expect(200);
    return body.items.filter(
      ({ subjectId, state }: { subjectId: string; state: string }) => subjectId === rating && state === 'ready',
    );
  }
});
