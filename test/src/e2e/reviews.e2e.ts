import { insertRows, setStatutoryClock } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { createPerson } from '../factories/person.factory.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { assess } from '../harness/assessment-steps.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import {
  accept,
  checkAll,
  courseOf,
  recommend,
  type SubmittedApplication,
  submitNew,
  VISIT,
  verifyAll,
} from '../harness/review-steps.js';
import { takeStep } from '../harness/steps.js';
import { download, uploadFile } from '../harness/upload.js';

const PERIOD = { opensOn: '2025-03-03', closesOn: '2025-03-31' };
const ROUND = { year: 2025, title: '2025年度申报', notice: '按通知要求申报。', ...PERIOD };
const VISITED_ON = '2025-03-04';

interface Review {
  readonly kind: string;
  readonly voidedAt: string | null;
}

describe('the reviews of an application', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let city: Caller;
  let officer: Caller;
  let second: Caller;
  let roundId: string;

  const submit = (traits = {}): Promise<SubmittedApplication> => submitNew(platform, tenant, roundId, traits);
  const reject = { reason: '不符合申报条件。' };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    city = callerOf(platform, tenant.tokens.cityOfficer);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    second = callerOf(platform, tenant.tokens.secondOfficer);
    await setStatutoryClock(platform.owner, `${PERIOD.opensOn}T09:00:00+08:00`);
    roundId = (await officer.post('rounds', ROUND).expect(201)).body.id;
    await setStatutoryClock(platform.owner, `${VISITED_ON}T09:00:00+08:00`);
  });

  afterAll(() => platform?.stop());

  it('go from the bureau by value, visit and recommendation to the province, the experts and the result', async () => {
    const { path, operator, centerId, applicant } = await submit();
    const draft = await courseOf(city, path);
    expect(draft.deadlines.at(-1)).toMatchObject({
      ...{ kind: 'application.preliminaryReview', dueOn: '2025-03-25', state: 'open' },
      arithmetic: expect.stringContaining('15 个工作日'),
    });
    const early = await takeStep(city, path, 'recommendation', { reason: '推荐。' }, 422);
    expect(early.body.code).toBe('review.incomplete');
    expect(early.body.errors.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(['items.suppliers', 'opinion', 'visits']),
    );
    const found = { verified: '980', remark: '20 家合同缺失。' };
    await verifyAll(city, path, { suppliers: found });
    expect((await courseOf(operator, path)).reviews).toEqual([]);
    const photo = await uploadFile(platform, tenant.tokens.cityOfficer, '现场.csv', '设备,数量\n服务器,20\n');
    await takeStep(city, path, 'site-visits', { ...VISIT, visitedOn: VISITED_ON, photos: [photo] }, 201);
    await takeStep(city, path, 'site-visits', { ...VISIT, visitedOn: VISITED_ON, findings: '复核属实。' }, 201);
    await takeStep(city, path, 'recommendation', { reason: '基础扎实，同意推荐。' });
    expect((await download(platform, applicant.token, photo)).status).toBe(200);
    await accept(officer, path);
    const { items: opened } = (await officer.get(`assessments?centerId=${centerId}`).expect(200)).body;
    expect(opened).toMatchObject([
      { state: 'forming', purpose: 'application', claimed: { suppliers: '1000' }, verified: { suppliers: '980' } },
    ]);
    await assess(platform, tenant, { centerId, year: 2025, score: 90 });
    const open = await courseOf(operator, path);
    expect(open.result).toBeNull();
    expect(open.values[0].confirmed).toBeNull();
    await takeStep(second, path, 'conclusion', { passed: true, reason: '得分达到合格线。' });
    const course = await courseOf(operator, path);
    expect(course).toMatchObject({ state: 'proposed', result: { passScore: '60', suggested: 'proposed' } });
    expect(course.values).toContainEqual(expect.objectContaining({ measure: 'suppliers', claimed: '1000', ...found }));
    expect(course.reviews.map(({ kind }: Review) => kind)).toEqual(['preliminary', 'recommendation', 'formal']);
    expect(course.visits).toMatchObject([{ photos: [{ fileId: photo }] }, { findings: '复核属实。' }]);
    expect(course.steps.map(({ transition, by }: { transition: string; by: string }) => `${transition} ${by}`)).toEqual(
      expect.arrayContaining(['recommend cityOfficer', 'accept provinceOfficer', 'conclude secondOfficer']),
    );
    expect(JSON.stringify(course)).not.toContain('expert');
    expect(course.deadlines.slice(1)).toMatchObject([
      { kind: 'application.preliminaryReview', state: 'met', late: false },
      { kind: 'application.formalReview', state: 'met', article: '第十二条' },
    ]);
    const { items } = (await officer.get('documents?kind=recommendation').expect(200)).body;
    expect(items[0]).toMatchObject({ number: '兰州市推荐〔2025〕1号' });
  });

  it('let the officer decide against the score, with a reason that stays', async () => {
    const { path, centerId, operator } = await submit();
    await recommend(city, path, VISITED_ON);
    await accept(officer, path);
    expect((await takeStep(officer, path, 'conclusion', { passed: true, reason: '…' }, 409)).body.code).toBe(
      'review.noResult',
    );
    await assess(platform, tenant, { centerId, year: 2025, score: 80 });
    await takeStep(officer, path, 'conclusion', { passed: false, reason: '实地核验与申报不符。' });
    const { state, result, steps } = await courseOf(operator, path);
    expect({ state, suggested: result.suggested }).toEqual({ state: 'notPassed', suggested: 'proposed' });
    expect(steps.at(-1)).toMatchObject({ transition: 'conclude', reason: '实地核验与申报不符。', article: '第十二条' });
  });

  it('are the province’s alone by the direct route', async () => {
    const { path, operator } = await submit({ route: 'direct', ownership: 'provincial' });
    const { state, checklist, deadlines } = await courseOf(officer, path);
    expect({ state, items: checklist.map(({ item }: { item: string }) => item) }).toMatchObject({
      state: 'formalReview',
      items: expect.arrayContaining(['directRoute']),
    });
    expect(deadlines.at(-1)).toMatchObject({ kind: 'application.formalReview', dueOn: '2025-03-18' });
    await takeStep(city, path, 'return', { reason: '…', remarks: [{ place: 'name', fault: '…', demand: '…' }] }, 403);
    await verifyAll(officer, path);
    await takeStep(officer, path, 'site-visits', { ...VISIT, visitedOn: VISITED_ON }, 201);
    await accept(officer, path);
    expect(await courseOf(operator, path)).toMatchObject({ state: 'assessment', visits: [{ by: 'provinceOfficer' }] });
  });

  it('end with a reason where the bureau or the province rejects', async () => {
    const bureau = await submit();
    await takeStep(officer, bureau.path, 'rejection', reject, 403);
    await takeStep(city, bureau.path, 'rejection', {}, 422);
    await takeStep(city, bureau.path, 'rejection', reject);
    const { state, steps, deadlines } = await courseOf(bureau.operator, bureau.path);
    expect({ state, reason: steps.at(-1).reason, deadline: deadlines.at(-1).state }).toEqual({
      ...{ state: 'rejected', reason: reject.reason, deadline: 'met' },
    });
    const { items } = (await bureau.operator.get('me/notifications').expect(200)).body;
    expect(items[0]).toMatchObject({ kind: 'application.rejected' });
    const province = await submit();
    await recommend(city, province.path, VISITED_ON);
    await checkAll(officer, province.path, ['services']);
    const refused = await takeStep(officer, province.path, 'acceptance', {}, 422);
    expect(refused.body.errors).toMatchObject([{ field: 'items.services', rule: 'failed' }]);
    await takeStep(city, province.path, 'rejection', reject, 403);
    await takeStep(officer, province.path, 'rejection', reject);
    expect((await courseOf(officer, province.path)).state).toBe('rejected');
    expect((await takeStep(officer, province.path, 'acceptance', {}, 409)).body.code).toBe('workflow.notPossible');
  });

  it('refuse figures without a reason, unknown ones, and visits that cannot have been', async () => {
    const { path } = await submit();
    const { version } = await courseOf(city, path);
    const items = [
      { measure: 'suppliers', verified: '1' },
      { measure: 'nothing', verified: '1' },
      { measure: 'suppliers', verified: '1000' },
    ];
    const { body } = await city.put(`${path}/preliminary-review`, { version, items }).expect(422);
    expect(body.errors.map(({ field, rule }: { field: string; rule: string }) => `${field} ${rule}`)).toEqual([
      'items.0.remark required',
      'items.1.measure oneOf',
      'items.2.measure unique',
    ]);
    const visit = (change: object) => takeStep(city, path, 'site-visits', { ...VISIT, ...change }, 422);
    expect((await visit({ visitedOn: '2025-03-05' })).body.code).toBe('review.visitInFuture');
    expect((await visit({ visitedOn: '2025-03-03' })).body.code).toBe('review.visitBeforeSubmission');
    const alone = await visit({ visitedOn: VISITED_ON, people: [VISIT.people[0]] });
    expect(alone.body.errors).toMatchObject([{ field: 'people', rule: 'sides' }]);
  });

  it('are of the right office and of nobody from the applicant, nor twice of the same person', async () => {
    const { path, applicant, operator } = await submit();
    const regionId = await elsewhere();
    const foreign = callerOf(
      platform,
      (await createPerson(platform.owner, tenant, { role: 'cityOfficer', regionId })).token,
    );
    for (const noun of ['recommendation', 'rejection'])
      await foreign.post(`${path}/${noun}`, { version: 1, ...reject }).expect(404);
    await foreign.get(`${path}/course`).expect(404);
    await callerOf(platform, tenant.tokens.expert).get(`${path}/course`).expect(403);
    await operator.post(`${path}/rejection`, { version: 1, ...reject }).expect(403);
    const bound = await createPerson(platform.owner, tenant, { role: 'provinceOfficer' });
    await grant(bound.id, { role: 'centerOperator', organization_id: applicant.organizationId });
    await grant(bound.id, { role: 'cityOfficer', region_id: tenant.regionId });
    const own = await takeStep(callerOf(platform, bound.token), path, 'rejection', reject, 403);
    expect(own.body.code).toBe('decision.ownOrganization');
    await grant(tenant.accounts.cityOfficer, { role: 'provinceOfficer' });
    await recommend(city, path, VISITED_ON);
    const { version } = await courseOf(city, path);
    const review = { version, items: [] };
    expect((await city.put(`${path}/formal-review`, review).expect(403)).body.code).toBe('review.ownRecommendation');
    await accept(officer, path);
  });

  it('let one of two win who act at once, and tell the other what happened', async () => {
    const { path } = await submit();
    await recommend(city, path, VISITED_ON);
    await checkAll(officer, path);
    const { version } = await courseOf(officer, path);
    const both = await Promise.all([
      officer.post(`${path}/acceptance`, { version }),
      second.post(`${path}/rejection`, { version, ...reject }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body } = both.find(({ status }) => status === 409) as { body: object };
    expect(body).toMatchObject({ code: 'conflict.stale', errors: [{ field: 'version', rule: 'changed' }] });
  });

  const elsewhere = (): Promise<string> => insert('region', { name: '天水市', bureau: '天水市工业和信息化局' });
  const grant = (accountId: string, role: object): Promise<string> =>
    insert('account_role', { account_id: accountId, duties: [], granted_at: new Date(), ...role });

  async function insert(table: string, row: object): Promise<string> {
    const id = newId();
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      insertRows(manager, table, [{ tenant_id: tenant.id, id, ...row }]),
    );
    return id;
  }
});
