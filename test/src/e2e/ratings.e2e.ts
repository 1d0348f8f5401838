import { hasRedisServer, startTestRedis, type TestRedis } from '@shucu/jobs';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { creditCode } from '../factories/credit-codes.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { takeRunStep, takeStep } from '../harness/steps.js';

for (const queue of ['PostgreSQL', 'Redis'] as const) {
  const suite = queue === 'Redis' && !hasRedisServer() ? describe.skip : describe;
  suite(`the yearly evaluation, its queue on ${queue}`, () => evaluation(queue));
}

function evaluation(queue: 'PostgreSQL' | 'Redis'): void {
  let redis: TestRedis | undefined;
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let tenant: TestTenant;
  let neighbour: TestTenant;
  let officer: Caller;
  let second: Caller;
  let operator: Caller;
  let centerId: string;
  const runs: Record<number, string> = {};

  const computed = (id: string): Promise<void> =>
    until('the computation', async () => (await officer.get(`rating-runs/${id}`)).body.computedAt !== null);

  beforeAll(async () => {
    redis = queue === 'Redis' ? await startTestRedis() : undefined;
    platform = await startPlatform({ redisUrl: redis?.url });
    worker = await platform.startWorker();
    tenant = await createTenant(platform.owner);
    neighbour = await createTenant(platform.owner);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    second = callerOf(platform, tenant.tokens.secondOfficer);
    operator = callerOf(platform, tenant.tokens.centerOperator);
    centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    for (const servedOn of ['2024-03-05', '2025-03-05']) {
      await createServiceRecords(platform.owner, tenant, centerId, 60, {
        type: 'training',
        servedOn,
        enterprise: (n) => creditCode(5_000 + (n % 40)),
      });
    }
    await createCenter(platform.owner, tenant, { name: '次年首评中心', announcedOn: '2024-11-11' });
    await createCenter(platform.owner, tenant, { name: '尚不参评中心', announcedOn: '2025-02-02' });
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
    await redis?.stop();
  });

  it('is started once a year, by whichever of two officers comes first', async () => {
    const answers = await Promise.all([officer, second].map((each) => each.post('rating-runs', { year: 2024 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('ratingRun.exists');
    expect(refused?.body.title).toMatch(/2024 年度评估已由 (provinceOfficer|secondOfficer) 于 .* 启动/);
    runs[2024] = answers.find(({ status }) => status === 202)?.body.id;
    await computed(runs[2024] ?? '');
  });

  it('refuses a year that has not ended, has no data, or has no rules', async () => {
    const code = async (year: number) => (await officer.post('rating-runs', { year }).expect(409)).body.code;
    expect(await code(2030)).toBe('ratingRun.yearOpen');
    expect(await code(2023)).toBe('ratingRun.yearEmpty');
    expect(await code(2020)).toBe('ruleSet.none');
    await officer.post('rating-runs', { year: 'last' }).expect(422);
    await operator.post('rating-runs', { year: 2025 }).expect(403);
  });

  it('rates from the year after the announcement (第十六条) and explains every score down to its records', async () => {
    const { body } = await officer.get('ratings?year=2024').expect(200);
    expect(body.items).toHaveLength(1);
    const { body: rating } = await officer.get(`ratings/${body.items[0].id}`).expect(200);
    expect(rating.firstEvaluation).toBe(true);
    expect(rating.sheet.indicators).toHaveLength(19);
    const training = rating.sheet.indicators
      .flatMap(({ criteria }: { criteria: object[] }) => criteria)
      .find(({ measure }: { measure?: string }) => measure === 'trainees');
    expect(training).toMatchObject({ value: '600', threshold: '1000', attainment: '0.6' });
    const { body: behind } = await officer.get(`ratings/${rating.id}/measures/trainees/records?limit=200`).expect(200);
    expect(behind.frozenValue).toBe('600');
    expect(behind.records).toHaveLength(60);
    const sum = behind.records.reduce((total: number, { value }: { value: string }) => total + Number(value), 0);
    expect(sum).toBe(600);
  });

  it('goes step by step; the center sees nothing before the publication, the neighbour nothing at all', async () => {
    const id = runs[2024] ?? '';
    const path = `rating-runs/${id}`;
    expect((await takeRunStep(officer, id, 'finalisation', 409)).body.title).toContain('已复核');
    await takeRunStep(second, id, 'review');
    expect((await takeRunStep(second, id, 'finalisation', 403)).body.code).toBe('ratingRun.ownReview');
    await takeRunStep(officer, id, 'finalisation');
    expect((await operator.get('ratings').expect(200)).body.items).toEqual([]);
    await takeRunStep(officer, id, 'publication');
    const { body } = await operator.get('ratings').expect(200);
    expect(body.items).toHaveLength(1);
    await takeRunStep(officer, id, 'computation', 409);
    const stranger = callerOf(platform, neighbour.tokens.provinceOfficer);
    expect((await stranger.get('ratings').expect(200)).body.items).toEqual([]);
    await stranger.get(`ratings/${body.items[0].id}`).expect(404);
    await stranger.get(path).expect(404);
  });

  it('cannot be changed behind its back once it is final', async () => {
    const change = platform.owner.transaction(async (manager) => {
      await manager.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant.id]);
      await manager.query(`UPDATE rating SET total = 99 WHERE tenant_id = $1`, [tenant.id]);
    });
    await expect(change).rejects.toThrow(/finalised run/);
  });

  it('opens a case upon two fails in a row; another officer decides, the notice is numbered, the center is closed', async () => {
    const { body: run } = await officer.post('rating-runs', { year: 2025 }).expect(202);
    await computed(run.id);
    expect((await officer.get('ratings?year=2025')).body.items).toHaveLength(2);
    await takeRunStep(second, run.id, 'review');
    const { body: final } = await takeRunStep(officer, run.id, 'finalisation');
    expect(final.opened).toHaveLength(1);
    expect(final.opened[0]).toMatchObject({ centerId, ground: 'consecutiveFails', openedBy: null });
    expect(final.opened[0].facts.map(({ year }: { year: number }) => year)).toEqual([2024, 2025]);
    const found = `revocation-cases/${final.opened[0].id}`;
    const path = `${found}/decision`;
    await takeStep(second, found, 'decision', { decision: 'revoke', reason: '' }, 422);
    const reasoned = { decision: 'revoke', reason: '连续两年不合格，事实清楚。' };
    const early = await takeStep(second, found, 'decision', reasoned, 409);
    expect(early.body).toMatchObject({ code: 'workflow.notPossible', title: expect.stringContaining('待陈述申辩') });
    const { body: heard } = await takeStep(operator, found, 'statement', { statement: '整改已经完成，请予从轻。' });
    const decision = { ...reasoned, version: heard.version };
    const decided = await Promise.all([officer, second].map((each) => each.post(path, decision)));
    expect(decided.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { exitOn, banThrough } = decided.find(({ status }) => status === 200)?.body ?? {};
    expect(Number(banThrough.slice(0, 4)) - Number(exitOn.slice(0, 4))).toBe(2);
    const record = { centerId, type: 'training', servedOn: '2025-12-01', title: '迟到的培训' };
    expect((await operator.post('service-records', record).expect(409)).body.code).toBe('record.centerClosed');
    const { body: center } = await officer.get(`centers/${centerId}`);
    expect(center.center.status).toBe('revoked');
  });

  it('writes the reports and the notice, numbered without gaps, for those whom they concern', async () => {
    await until('the documents', async () => {
      const { body } = await officer.get('documents?limit=100');
      return body.items.length === 6 && body.items.every(({ state }: { state: string }) => state !== 'pending');
    });
    const { body } = await officer.get('documents?limit=100');
    expect(body.items.map(({ state, error }: { state: string; error: string }) => error ?? state)).toEqual(
      Array(6).fill('ready'),
    );
    const numbers = body.items.map(({ number }: { number: string }) => number).sort();
    const year = new Date().getUTCFullYear();
    expect(numbers).toEqual([
      ...[1, 2].map((n) => `测工信发〔${year}〕${n}号`),
      `测工信发汇〔${year}〕1号`,
      ...[1, 2, 3].map((n) => `测工信发评〔${year}〕${n}号`),
    ]);
    const notice = body.items.find(({ kind }: { kind: string }) => kind === 'revocationNotice');
    const pdf = await operator.get(`documents/${notice.id}/content/pdf`).buffer(true).expect(200);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    const mine = (await operator.get('documents').expect(200)).body.items;
    expect(mine).toHaveLength(3);
  });
}
