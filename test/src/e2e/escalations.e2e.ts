import { setStatutoryClock } from '@shucu/database';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform, until } from '../harness/platform.js';
import { courseOf, recommend, type SubmittedApplication, submitNew } from '../harness/review-steps.js';

const PERIOD = { opensOn: '2025-04-22', closesOn: '2025-04-30' };
const ROUND = { year: 2025, title: '2025年度申报', notice: '按通知要求申报。', ...PERIOD };
/** Fifteen working days on, of which one is a Sunday on which work was made up for the holidays of May. */
const LAST_DAY = '2025-05-15';

interface Told {
  readonly kind: string;
  readonly subjectId: string;
}

describe('a bureau that sits on an application', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let city: Caller;
  let officer: Caller;
  let late: SubmittedApplication;
  let done: SubmittedApplication;
  const workers: { close(): Promise<void> }[] = [];

  const stepsOf = async (caller: Caller, { path }: SubmittedApplication): Promise<string[]> =>
    (await courseOf(caller, path)).steps.map(({ transition }: { transition: string }) => transition);
  const escalations = async (application: SubmittedApplication): Promise<number> =>
    (await stepsOf(officer, application)).filter((transition) => transition === 'escalated').length;
  const told = async (caller: Caller): Promise<string[]> => {
    const { items } = (await caller.get('me/notifications?limit=100').expect(200)).body;
    const overdue = items.filter(({ kind }: Told) => kind === 'application.reviewOverdue');
    return overdue.map(({ subjectId }: Told) => subjectId);
  };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    city = callerOf(platform, tenant.tokens.cityOfficer);
    officer = callerOf(platform, tenant.tokens.provinceOfficer);
    await setStatutoryClock(platform.owner, `${PERIOD.opensOn}T09:00:00+08:00`);
    const { body: round } = await officer.post('rounds', ROUND).expect(201);
    late = await submitNew(platform, tenant, round.id);
    done = await submitNew(platform, tenant, round.id);
    await recommend(city, done.path, PERIOD.opensOn);
    for (let nth = 0; nth < 2; nth += 1) workers.push(await platform.startWorker());
  }, 180_000);

  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await platform?.stop();
  });

  it('is told of to the province once its last day is over, once, with two workers at it', async () => {
    expect((await courseOf(city, late.path)).deadlines.at(-1)).toMatchObject({ dueOn: LAST_DAY, state: 'open' });
    await setStatutoryClock(platform.owner, `${LAST_DAY}T23:50:00+08:00`);
    await until('the reminder', async () => {
      const { items } = (await city.get('me/notifications?limit=100').expect(200)).body;
      return items.some(({ kind }: Told) => kind === 'deadline.reminder');
    });
    expect(await escalations(late)).toBe(0);
    await setStatutoryClock(platform.owner, '2025-05-16T00:00:00+08:00');
    await until('the escalation', async () => (await escalations(late)) > 0);
    await setStatutoryClock(platform.owner, '2025-05-20T09:00:00+08:00');
    const [step] = (await courseOf(officer, late.path)).steps.slice(-1);
    expect(step).toMatchObject({ transition: 'escalated', by: null, reason: expect.stringContaining(LAST_DAY) });
    expect([await told(city), await told(officer)]).toEqual([[late.id], [late.id]]);
    expect([await escalations(late), await escalations(done)]).toEqual([1, 0]);
  }, 180_000);

  it('keeps it, and is late when it is done; the applicant is not told how offices urge each other', async () => {
    expect(await stepsOf(late.operator, late)).not.toContain('escalated');
    await recommend(city, late.path, '2025-05-20');
    const { state, deadlines } = await courseOf(city, late.path);
    expect({ state, deadline: deadlines[1] }).toMatchObject({ state: 'formalReview', deadline: { late: true } });
  });
});
