import { setStatutoryClock } from '@shucu/database';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { saveDossier } from '../harness/application-steps.js';
import { assess } from '../harness/assessment-steps.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import {
  accept,
  courseOf,
  recommend,
  type SubmittedApplication,
  submitNew,
  VISIT,
  verifyAll,
} from '../harness/review-steps.js';
import { takeStep } from '../harness/steps.js';

const PERIOD = { opensOn: '2025-04-01', closesOn: '2025-04-30' };
const ROUND = { year: 2025, title: '2025年度申报', notice: '按通知要求申报。', ...PERIOD };
const TODAY = '2025-04-22';

interface Review {
  readonly kind: string;
  readonly submission: number;
  readonly voidedBySubmission: number | null;
  readonly voidReason: string | null;
}

const remark = (place: string) => ({ place, fault: '与证明材料不符。', demand: '请核实更正。' });
const returned = (...places: string[]) => ({ reason: '材料需补正。', remarks: places.map(remark) });
const standing = (reviews: readonly Review[]): string[] =>
  reviews.map(({ kind, voidedBySubmission }) => `${kind}${voidedBySubmission ? ` void by ${voidedBySubmission}` : ''}`);

describe('an application that is returned for correction', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let city: Caller;
  let officer: Caller;
  let roundId: string;

  const submit = (traits = {}): Promise<SubmittedApplication> => submitNew(platform, tenant, roundId, traits);
  const recommended = async (): Promise<SubmittedApplication> => {
    const application = await submit();
    await recommend(city, application.path, TODAY);
    return application;
  };
  const answerAll = async ({ operator, path }: SubmittedApplication): Promise<void> => {
    const { corrections } = await courseOf(operator, path);
    const open = corrections.at(-1).remarks as { id: string }[];
    const answers = open.map(({ id }) => ({ remarkId: id, answer: '已核实并说明。' }));
    await takeStep(operator, path, 'remark-answers', { answers });
  };
  const resubmit = async (application: SubmittedApplication, change: object | null) => {
    const { operator, id, path } = application;
    if (change) await saveDossier(operator, id, change);
    await answerAll(application);
    await takeStep(operator, path, 'submission');
    return courseOf(operator, path);
  };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    city = callerOf(platform, tenant.tokens.cityOfficer);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    await setStatutoryClock(platform.owner, `${PERIOD.opensOn}T09:00:00+08:00`);
    roundId = (await officer.post('rounds', ROUND).expect(201)).body.id;
    await setStatutoryClock(platform.owner, `${TODAY}T09:00:00+08:00`);
  });

  afterAll(() => platform?.stop());

  it('is told item by item what to correct and by when, and answers each item before it goes back', async () => {
    const application = await submit();
    const { path, operator } = application;
    const unknown = await takeStep(city, path, 'return', returned('plan.nothing'), 422);
    expect(unknown.body.errors).toMatchObject([{ field: 'remarks.0.place', rule: 'oneOf' }]);
    await takeStep(officer, path, 'return', returned('plan.goals'), 403);
    await takeStep(city, path, 'return', returned('form.contactName', 'claimed.suppliers'));
    const { corrections, deadlines, state } = await courseOf(operator, path);
    expect({ state, corrections }).toMatchObject({
      state: 'returned',
      corrections: [
        {
          ...{ stage: 'submitted', submission: 1, dueOn: '2025-05-08', resubmission: null, by: 'cityOfficer' },
          arithmetic: expect.stringContaining('4 月 27 日（调休上班）计入，5 月 1—5 日放假不计'),
          remarks: [{ title: '申报书·联系人', answer: null }, { place: 'claimed.suppliers' }],
        },
      ],
    });
    expect(deadlines.slice(1)).toMatchObject([
      { kind: 'application.preliminaryReview', state: 'cancelled' },
      { kind: 'application.correction', dueOn: '2025-05-08', state: 'open' },
    ]);
    const silent = await takeStep(operator, path, 'submission', {}, 422);
    expect(silent.body.errors.map(({ rule }: { rule: string }) => rule)).toEqual(['unanswered', 'unanswered']);
    const course = await resubmit(application, { form: { contactName: '周文' } });
    expect(course).toMatchObject({ state: 'submitted', submissions: 2, corrections: [{ resubmission: 2 }] });
    expect(
      course.deadlines.slice(1).map(({ kind, state: now }: { kind: string; state: string }) => `${kind} ${now}`),
    ).toEqual([
      'application.preliminaryReview cancelled',
      'application.correction met',
      'application.preliminaryReview open',
    ]);
    const { items } = (await operator.get('documents?kind=correctionNotice').expect(200)).body;
    expect(items[0]).toMatchObject({ number: '兰州市补正〔2025〕1号' });
  });

  it('goes back to the bureau where it touches what the bureau had verified or seen, and shows what is void', async () => {
    const application = await recommended();
    const { path } = application;
    await takeStep(officer, path, 'return', returned('form.contactPhone'));
    const changed = await resubmit(application, { claimed: { suppliers: '800' } });
    expect(changed.state).toBe('submitted');
    expect(standing(changed.reviews)).toEqual(['preliminary void by 2', 'recommendation void by 2']);
    expect(changed.reviews[0].voidReason).toContain('自报数据');
    expect(changed.visits).toMatchObject([{ voidedAt: null }]);
    await verifyAll(city, path);
    await takeStep(city, path, 'recommendation', { reason: '更正后同意推荐。' });
    await takeStep(officer, path, 'return', returned('plan.foundation'));
    const seen = await resubmit(application, null);
    expect(seen).toMatchObject({ state: 'submitted', visits: [{ voidedBySubmission: 3 }] });
    expect(standing(seen.reviews)).toEqual([
      ...['preliminary void by 2', 'recommendation void by 2'],
      ...['preliminary void by 3', 'recommendation void by 3'],
    ]);
    await verifyAll(city, path);
    const unseen = await takeStep(city, path, 'recommendation', { reason: '同意推荐。' }, 422);
    expect(unseen.body.errors).toMatchObject([{ field: 'visits' }]);
    await takeStep(city, path, 'site-visits', { ...VISIT, visitedOn: TODAY }, 201);
    await takeStep(city, path, 'recommendation', { reason: '同意推荐。' });
    const { items } = (await city.get('me/notifications?limit=100').expect(200)).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain('application.approvalsVoid');
  });

  it('goes back to who returned it where no approval is touched', async () => {
    const application = await recommended();
    await takeStep(officer, application.path, 'return', returned('form.contactPhone'));
    const course = await resubmit(application, { form: { contactPhone: '13800000000' } });
    expect(course.state).toBe('formalReview');
    expect(standing(course.reviews)).toEqual(['preliminary', 'recommendation']);
  });

  it('has its assessment ended where the content changed, and opened anew by the next acceptance', async () => {
    const application = await recommended();
    const { path, centerId } = application;
    await accept(officer, path);
    const assessments = async (): Promise<string[]> =>
      (await officer.get(`assessments?centerId=${centerId}`).expect(200)).body.items.map(
        ({ state }: { state: string }) => state,
      );
    await takeStep(officer, path, 'return', returned('form.summary'));
    expect((await resubmit(application, null)).state).toBe('assessment');
    expect(await assessments()).toEqual(['forming']);
    await assess(platform, tenant, { centerId, year: 2025, score: 88 });
    await takeStep(officer, path, 'conclusion', { passed: true, reason: '达到合格线。' });
    await takeStep(city, path, 'return', returned('form.summary'), 403);
    await takeStep(officer, path, 'return', returned('form.summary'));
    const course = await resubmit(application, { form: { summary: '补充说明。' } });
    expect({ state: course.state, result: course.result }).toEqual({ state: 'formalReview', result: null });
    expect(standing(course.reviews)).toEqual(['preliminary', 'recommendation', 'formal void by 3']);
    expect(await assessments()).toEqual(['cancelled']);
    await accept(officer, path);
    expect(await assessments()).toEqual(['forming', 'cancelled']);
  });

  it('ends its assessment by withdrawing', async () => {
    const { path, operator, centerId } = await recommended();
    await accept(officer, path);
    await takeStep(operator, path, 'withdrawal', { reason: '不再申报。' });
    const { items } = (await officer.get(`assessments?centerId=${centerId}`).expect(200)).body;
    expect(items).toMatchObject([{ state: 'cancelled' }]);
  });
});
