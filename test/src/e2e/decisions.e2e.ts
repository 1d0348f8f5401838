import { openDataSource } from '@shucu/database';
import { tenantTransaction } from '@shucu/tenancy';
import { assignExpert } from '../factories/assignment.factory.js';
import { createCenter, createServiceRecords } from '../factories/center.factory.js';
import { createTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { hearCase, openCase } from '../harness/revocation-steps.js';
import { takeRunStep, takeStep } from '../harness/steps.js';

describe('decisions that depend on each other', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
  });

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  const newProvince = async () => {
    const tenant = await createTenant(platform.owner);
    const officer = callerOf(platform, tenant.tokens.provinceOfficer);
    const second = callerOf(platform, tenant.tokens.secondOfficer);
    const operator = callerOf(platform, tenant.tokens.centerOperator);
    const centerId = await createCenter(platform.owner, tenant, { leadOrganizationId: tenant.organizationId });
    for (const servedOn of ['2024-03-05', '2025-03-05']) {
      await createServiceRecords(platform.owner, tenant, centerId, 3, { type: 'training', servedOn });
    }
    return { tenant, officer, second, operator, centerId };
  };

  const computed = async (officer: Caller, id: string): Promise<void> =>
    until('the computation', async () => (await officer.get(`rating-runs/${id}`)).body.computedAt !== null);

  const compute = async (officer: Caller, year: number): Promise<string> => {
    const { body } = await officer.post('rating-runs', { year }).expect(202);
    await computed(officer, body.id);
    return body.id;
  };

  const finalise = async ({ officer, second }: Record<'officer' | 'second', Caller>, id: string, expected = 200) => {
    await takeRunStep(second, id, 'review');
    return takeRunStep(officer, id, 'finalisation', expected);
  };

  type Province = Awaited<ReturnType<typeof newProvince>>;

  const open = ({ tenant, officer }: Province, centerId: string, ground: string): Promise<string> =>
    openCase(platform, { caller: officer, token: tenant.tokens.provinceOfficer }, centerId, ground);

  const decide = (officer: Caller, id: string, decision: 'revoke' | 'dismiss', expected = 200) =>
    takeStep(officer, `revocation-cases/${id}`, 'decision', { decision, reason: '事实清楚。' }, expected);

  it('counts the year before: a run computed too early is computed again before it is final', async () => {
    const { officer, second } = await newProvince();
    const [before, after] = [await compute(officer, 2024), await compute(officer, 2025)];
    expect((await finalise({ officer, second }, after, 409)).body.code).toBe('ratingRun.outOfOrder');
    expect((await finalise({ officer, second }, before)).status).toBe(200);
    const early = await takeRunStep(officer, after, 'finalisation', 409);
    expect(early.body.code).toBe('ratingRun.historyChanged');
    await takeRunStep(officer, after, 'computation', 202);
    await computed(officer, after);
    const { body } = await finalise({ officer, second }, after);
    expect(body.opened).toHaveLength(1);
    const { body: ratings } = await officer.get('ratings?year=2025');
    expect(ratings.items[0].firstEvaluation).toBe(false);
  });

  it('never puts a year in behind one that is final', async () => {
    const { officer, second } = await newProvince();
    expect((await finalise({ officer, second }, await compute(officer, 2025))).status).toBe(200);
    expect((await officer.post('rating-runs', { year: 2024 }).expect(409)).body.code).toBe('ratingRun.laterFinal');
  });

  it('revokes a center once, whatever else is open against it, and bars its lead until the ban ends (第十七条)', async () => {
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const first = await open(province, centerId, 'falseMaterial');
    const twice = { centerId, ground: 'falseMaterial', facts: [{ statement: '经查证属实' }] };
    expect((await officer.post('revocation-cases', twice).expect(409)).body.code).toBe('revocation.openCase');
    const other = await open(province, centerId, 'nonCooperation');
    for (const id of [first, other]) await hearCase(officer, operator, id);
    expect((await decide(officer, first, 'revoke', 403)).body.code).toBe('revocation.ownCase');
    const { body: decided } = await decide(second, first, 'revoke');
    expect((await decide(second, other, 'revoke', 409)).body.code).toBe('record.centerClosed');
    await decide(second, other, 'dismiss');
    const again = {
      name: '换个名字再来',
      category: 'comprehensive',
      regionId: tenant.regionId,
      leadOrganizationId: tenant.organizationId,
    };
    const { body: refused } = await officer.post('centers', again).expect(409);
    expect(refused).toMatchObject({ code: 'center.leadBanned', title: expect.stringContaining(decided.banThrough) });
    const notices = (await officer.get('documents?kind=revocationNotice')).body.items;
    expect(notices).toHaveLength(1);
  });

  it('opens no further case for a center that is gone, and loses none beside another ground', async () => {
    const gone = await newProvince();
    await finalise(gone, await compute(gone.officer, 2024));
    const run = await compute(gone.officer, 2025);
    const found = await open(gone, gone.centerId, 'falseMaterial');
    await hearCase(gone.officer, gone.operator, found);
    await decide(gone.second, found, 'revoke');
    expect((await finalise(gone, run)).body.opened).toEqual([]);
    const busy = await newProvince();
    await finalise(busy, await compute(busy.officer, 2024));
    await open(busy, busy.centerId, 'nonCooperation');
    expect((await finalise(busy, await compute(busy.officer, 2025))).body.opened).toHaveLength(1);
  });

  it('keeps a decided case and the data of a document as they are, also against the application itself', async () => {
    const province = await newProvince();
    const { tenant, officer, second, operator, centerId } = province;
    const found = await open(province, centerId, 'falseMaterial');
    await hearCase(officer, operator, found);
    await decide(second, found, 'revoke');
    const application = await openDataSource({
      url: platform.environment.DATABASE_URL,
      name: 'application',
      poolSize: 1,
    });
    const act = (sql: string) => tenantTransaction(application, tenant.id, (manager) => manager.query(sql));
    await expect(act(`UPDATE revocation_case SET decision_reason = '改口'`)).rejects.toThrow(/decided/);
    await expect(act(`UPDATE document SET data = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(act(`DELETE FROM document`)).rejects.toThrow(/permission denied/);
    await application.destroy();
  });

  it('takes the bureau’s word back when the record it was given on changes', async () => {
    const { tenant, centerId } = await newProvince();
    const operator = callerOf(platform, tenant.tokens.centerOperator);
    const record = { centerId, type: 'training', servedOn: '2025-04-24', title: '培训', headcount: 10 };
    const { body: created } = await operator.post('service-records', record).expect(201);
    const path = `service-records/${created.id}`;
    const city = callerOf(platform, tenant.tokens.cityOfficer);
    await city.post(`${path}/verification`, { version: 1, verification: 'verified' }).expect(200);
    const { body: changed } = await operator.patch(path, { version: 2, change: { headcount: 9_999 } }).expect(200);
    expect(changed.verification).toBe('unverified');
  });

  it('refuses a score while the year is being computed, at once instead of making everybody wait', async () => {
    const { tenant, centerId } = await newProvince();
    const expert = callerOf(platform, tenant.tokens.expert);
    await assignExpert(platform, tenant, centerId, 2025);
    const score = { centerId, year: 2025, indicator: 'environment', criterion: 'level', score: 80, opinion: '较好' };
    await platform.owner.transaction(async (manager) => {
      const lock = `expert-scores ${tenant.id} 2025`;
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
      const { body } = await expert.put('expert-scores', await knownCriterion(expert, score)).expect(409);
      expect(body.code).toBe('assessment.computing');
    });
  });
});

/** The score with a criterion that the category has: the refusal of an unknown one names those that there are. */
async function knownCriterion<T extends { indicator: string; criterion: string }>(
  expert: Caller,
  score: T,
): Promise<T> {
  const { body } = await expert.put('expert-scores', { ...score, criterion: 'unknown' }).expect(422);
  const [indicator = '', criterion = ''] = (/：([a-zA-Z]+\.[a-zA-Z]+)/.exec(body.title)?.[1] ?? '').split('.');
  return { ...score, indicator, criterion };
}
