import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createPerson } from '../factories/person.factory.js';
import { judgedOf, sealSheet } from '../factories/score-sheet.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep } from '../harness/steps.js';

const wayward = new URL('../../../libs/plugin-host/fixtures/wayward-plugin.mjs', import.meta.url).href;

describe('a plugin that throws for one center', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let officer: Caller;

  beforeAll(async () => {
    platform = await startPlatform({ plugins: [wayward] });
    worker = await platform.startWorker();
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    for (const name of ['good', 'throws', 'fine']) {
      const id = await createCenter(platform.owner, tenant, { name, category: 'wayward' });
      await createServiceRecords(platform.owner, tenant, id, 2, { type: 'training', servedOn: '2025-03-05' });
    }
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('gets an error row, the others their grades, and finalising is refused by name', async () => {
    const { body: run } = await officer.post('rating-runs', { year: 2025 }).expect(202);
    await until('the computation', async () => (await officer.get(`rating-runs/${run.id}`)).body.computedAt !== null);
    const { body } = await officer.get('ratings').expect(200);
    const byName = Object.fromEntries(
      body.items.map((row: { centerName: string; grade: string | null; error: { message: string } | null }) => [
        row.centerName,
        row.grade ?? row.error?.message,
      ]),
    );
    expect(byName).toEqual({ good: 'excellent', fine: 'excellent', throws: 'no such table of coefficients' });
    await takeRunStep(callerOf(platform, tenant.tokens.secondOfficer), run.id, 'review');
    const { body: refusal } = await takeRunStep(officer, run.id, 'finalisation', 409);
    expect(refusal).toMatchObject({ code: 'ratingRun.errors', title: expect.stringContaining('throws') });
  });
});

describe('a computation that cannot be done', () => {
  it('says so on the run, and can be ordered again', async () => {
    const platform = await startPlatform();
    const worker = await platform.startWorker();
    try {
      const tenant = await createTenant(platform.owner);
      const officer = callerOf(platform, tenant.tokens.provinceOfficer);
      const id = await createCenter(platform.owner, tenant);
      await createServiceRecords(platform.owner, tenant, id, 1, { type: 'training', servedOn: '2025-03-05' });
      await platform.owner.query(`ALTER TABLE rating ADD CONSTRAINT broken CHECK (year < 2000)`);
      const { body: run } = await officer.post('rating-runs', { year: 2025 }).expect(202);
      const state = async () => (await officer.get(`rating-runs/${run.id}`)).body;
      await until('the failure', async () => (await state()).failure !== null, 90_000);
      expect(await state()).toMatchObject({
        state: 'open',
        computedAt: null,
        failure: expect.stringContaining('23514'),
      });
      await platform.owner.query('ALTER TABLE rating DROP CONSTRAINT broken');
      await takeRunStep(officer, run.id, 'computation', 202);
      await until('the computation', async () => (await state()).computedAt !== null);
      expect((await state()).failure).toBeNull();
    } finally {
      await worker.close();
      await platform.stop();
    }
  }, 150_000);
});

describe('experts’ scores', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let officer: Caller;
  let expert: Caller;
  let centerId: string;

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    tenant = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    expert = callerOf(platform, tenant.tokens.expert);
    centerId = await createCenter(platform.owner, tenant);
    await createServiceRecords(platform.owner, tenant, centerId, 2, { type: 'training', servedOn: '2025-03-05' });
    await assignExpert(platform, tenant, centerId, 2025);
    const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
    const { body: rules } = await administrator
      .post('rule-sets', {
        documentNumber: '测工信发〔2025〕2号',
        title: '实施细则',
        issuedOn: '2025-01-01',
        validThrough: '2036-12-31',
        parameters: { missingOpinion: 'refuse' },
      })
      .expect(201);
    const entry = { version: 1, reason: '新细则施行。', inForceFrom: '2025-01-01' };
    await administrator.post(`rule-sets/${rules.id}/entry-into-force`, entry).expect(200);
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('must be there, and be counted, before a run can be final; and none can follow', async () => {
    const { body: run } = await officer.post('rating-runs', { year: 2025 }).expect(202);
    const path = `rating-runs/${run.id}`;
    const second = callerOf(platform, tenant.tokens.secondOfficer);
    const computedAt = async () => (await officer.get(path)).body.computedAt;
    await until('the computation', async () => (await computedAt()) !== null);
    const { body: ratings } = await officer.get('ratings').expect(200);
    expect(ratings.items[0]).toMatchObject({ state: 'notEvaluated', grade: null });
    await takeRunStep(second, run.id, 'review');
    expect((await takeRunStep(officer, run.id, 'finalisation', 409)).body.code).toBe('ratingRun.opinionsMissing');
    await sealSheet(expert, centerId, 2025, 90);
    expect((await takeRunStep(officer, run.id, 'finalisation', 409)).body.code).toBe('ratingRun.opinionsMissing');
    await takeRunStep(officer, run.id, 'computation', 202);
    await until('the second computation', async () => (await computedAt()) !== null);
    await takeRunStep(second, run.id, 'review');
    const colleague = await createPerson(platform.owner, tenant, { role: 'expert' });
    await assignExpert(platform, tenant, centerId, 2025, colleague.id);
    const late = callerOf(platform, colleague.token);
    const [first] = await judgedOf(late, centerId, 2025);
    const change = { centerId, year: 2025, ...first, score: 1, opinion: '…' };
    const { body: sealed } = await expert.put('expert-scores', change).expect(409);
    expect(sealed.code).toBe('assessment.sheetSealed');
    await sealSheet(late, centerId, 2025, 80);
    expect((await takeRunStep(officer, run.id, 'finalisation', 409)).body.code).toBe('ratingRun.scoresChanged');
    await takeRunStep(officer, run.id, 'computation', 202);
    await until('the third computation', async () => (await computedAt()) !== null);
    await takeRunStep(second, run.id, 'review');
    await takeRunStep(officer, run.id, 'finalisation');
    const { body: closed } = await late.put('expert-scores', change).expect(409);
    expect(closed.code).toBe('assessment.closed');
  });

  it('are not asked for before the province has entered the figures that a category divides by', async () => {
    const industry = await createTenant(platform.owner);
    const starter = callerOf(platform, industry.tokens.provinceOfficer);
    const center = await createCenter(platform.owner, industry, { category: 'industry', industry: 'C32' });
    await createServiceRecords(platform.owner, industry, center, 1, { type: 'training', servedOn: '2025-03-05' });
    const { body } = await starter.post('rating-runs', { year: 2025 }).expect(409);
    expect(body).toMatchObject({ code: 'ratingRun.referenceMissing', title: expect.stringContaining('C32') });
    const figure = { name: 'aboveScaleEnterprises', industry: 'C32', year: 2025, value: 310, source: '省统计局' };
    await starter.put('reference-figures', figure).expect(200);
    await starter.post('rating-runs', { year: 2025 }).expect(202);
  });
});
