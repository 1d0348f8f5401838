import { AuditTrail } from '../audit/audit-trail.js';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';

const BASIS = { version: 0, reason: '国务院办公厅已印发 2027 年安排', source: '国办发明电〔2026〕9号' };
const TABLE_2027 = {
  holidays: [
    { name: '元旦', first: '2027-01-01', last: '2027-01-03' },
    { name: '春节', first: '2027-02-05', last: '2027-02-12' },
    { name: '劳动节', first: '2027-05-01', last: '2027-05-05' },
    { name: '国庆节', first: '2027-10-01', last: '2027-10-07' },
  ],
  makeUpDays: [{ name: '春节', day: '2027-02-14' }],
};
const HOLIDAY = { ...BASIS, kind: 'holiday', name: '全省停工', reason: '省政府决定停工一日' };

interface Fault {
  readonly field: string;
  readonly rule: string;
  readonly message: string;
}

describe('the legal calendar', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let administrator: Caller;
  let operator: Caller;

  const as = (who: keyof TestTenant['tokens']): Caller => callerOf(platform, tenant.tokens[who]);
  const ends = async (term: object): Promise<string> =>
    (await operator.post('calendar/computation', term).expect(200)).body.period.end;
  const notice = (start: string, length: number) => ({ kind: 'workingDays', start, length });

  beforeAll(async () => {
    platform = await startPlatform();
  });

  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    administrator = as('provinceAdministrator');
    operator = as('centerOperator');
  });

  afterAll(() => platform?.stop());

  it('shows everybody the days of a year with why, and how many are worked', async () => {
    for (const who of ['provinceOfficer', 'cityOfficer', 'centerOperator', 'expert', 'auditor'] as const) {
      const { body } = await as(who).get('calendar/2025').expect(200);
      expect(body).toMatchObject({ year: 2025, entry: null, workingDays: 248 });
      expect(body.days).toHaveLength(365);
      const days = new Map(body.days.map((day: { date: string }) => [day.date, day]));
      expect(days.get('2025-04-27')).toMatchObject({ kind: 'makeUp', name: { 'zh-CN': '劳动节' }, entry: null });
      expect(days.get('2025-10-01')).toMatchObject({ kind: 'holiday', origin: 'stateCouncil' });
    }
    expect((await operator.get('calendar/2027').expect(409)).body).toMatchObject({
      code: 'calendar.uncovered',
      title: expect.stringContaining('2027'),
    });
    for (const year of ['1999', '2101', 'abc', '2025.0']) await operator.get(`calendar/${year}`).expect(404);
  });

  it('computes any period, prints its arithmetic in both languages, and keeps nothing', async () => {
    const { body } = await operator.post('calendar/computation', notice('2025-04-25', 5)).expect(200);
    expect(body.period).toMatchObject({ start: '2025-04-25', firstCounted: '2025-04-27', end: '2025-05-06' });
    expect(body.arithmetic).toEqual({
      'zh-CN':
        '期限自 2025-04-25 开始，次日起算，4 月 27 日（调休上班）计入，5 月 1—5 日放假不计，至 2025-05-06 止（5 个工作日）',
      en: expect.stringContaining('1–5 May not counted (holiday), through 2025-05-06'),
    });
    expect(await ends({ ...notice('2025-03-06', 5), countFirstDay: true })).toBe('2025-03-12');
    expect(await ends({ kind: 'months', start: '2025-09-05', length: 1 })).toBe('2025-10-09');
    expect(await ends({ kind: 'months', start: '2025-01-31', length: 1 })).toBe('2025-02-28');
    expect(await ends({ kind: 'years', start: '2026-03-15', length: 2, movesToWorkingDay: false })).toBe('2028-03-15');
    expect(await ends({ kind: 'fixedDay', day: '2026-01-31' })).toBe('2026-02-02');
    const { body: none } = await operator.post('calendar/computation', notice('2026-12-30', 5)).expect(409);
    expect(none.code).toBe('calendar.uncovered');
  });

  it.each([
    ['a kind that there is not', { kind: 'weeks', start: '2025-04-24', length: 1 }, 'kind'],
    ['a date that there is not', { kind: 'months', start: '2025-02-30', length: 1 }, 'start'],
    ['no length', { kind: 'years', start: '2025-02-28', length: 0 }, 'length'],
    ['too long a one', { kind: 'workingDays', start: '2025-02-28', length: 251 }, 'length'],
    ['a field of another kind', { kind: 'fixedDay', day: '2025-02-28', countFirstDay: true }, 'countFirstDay'],
  ])('refuses a period with %s', async (_what, term, field) => {
    const { body } = await operator.post('calendar/computation', term).expect(422);
    expect(body.errors.map((fault: Fault) => fault.field)).toEqual([field]);
  });

  it('takes a year by hand, which periods then run into, and takes it back', async () => {
    const { body } = await administrator.put('calendar/2027', { ...BASIS, ...TABLE_2027 }).expect(200);
    expect(body.entry).toMatchObject({
      version: 1,
      source: BASIS.source,
      enteredBy: tenant.accounts.provinceAdministrator,
    });
    expect(body.days.find(({ date }: { date: string }) => date === '2027-02-14')).toMatchObject({ kind: 'makeUp' });
    expect(await ends(notice('2026-12-30', 5))).toBe('2027-01-07');
    await administrator.post('calendar/2027/withdrawal', { version: 2, reason: '误录' }).expect(409);
    await administrator.post('calendar/2027/withdrawal', { version: 1, reason: '误录' }).expect(204);
    await operator.get('calendar/2027').expect(409);
    await administrator.post('calendar/2027/withdrawal', { version: 1, reason: '误录' }).expect(409);
    expect((await operator.get('calendar').expect(200)).body).toEqual({ years: [], days: [] });
  });

  it('names every faulty row of a year', async () => {
    const faultsOf = async (table: object): Promise<string[]> => {
      const { body } = await administrator.put('calendar/2027', { ...BASIS, ...TABLE_2027, ...table }).expect(422);
      return body.errors.map(({ field, rule }: Fault) => `${field}:${rule}`);
    };
    const makeUpDays = [
      { name: '春节', day: '2027-02-14' },
      { name: '春节', day: '2027-02-15' },
      { name: '元旦', day: '2026-12-26' },
    ];
    expect(await faultsOf({ makeUpDays })).toEqual(['makeUpDays.1.day:weekend', 'makeUpDays.2.day:year']);
    expect(await faultsOf({ holidays: [...TABLE_2027.holidays, TABLE_2027.holidays[2]] })).toEqual([
      'holidays.4.first:duplicate',
    ]);
    expect(await faultsOf({ holidays: TABLE_2027.holidays.slice(0, 3) })).toEqual([
      ...['holidays:statutory', 'holidays:statutory', 'holidays:statutory'],
    ]);
    expect(await faultsOf({ reason: ' ' })).toEqual(['reason:too_small']);
    await operator.get('calendar/2027').expect(409);
  });

  it('lets single days be corrected, told with reason and source, and taken back', async () => {
    expect(await ends(notice('2025-03-06', 5))).toBe('2025-03-13');
    const { body } = await administrator.put('calendar/days/2025-03-10', HOLIDAY).expect(200);
    expect(body).toMatchObject({ day: '2025-03-10', kind: 'holiday', version: 1, source: BASIS.source });
    expect(await ends(notice('2025-03-06', 5))).toBe('2025-03-14');
    const { body: year } = await as('auditor').get('calendar/2025').expect(200);
    expect(year.workingDays).toBe(247);
    expect((await as('auditor').get('calendar').expect(200)).body.days).toMatchObject([{ reason: HOLIDAY.reason }]);
    const removal = { version: 1, reason: '决定已撤销' };
    await administrator.post('calendar/days/2025-03-10/withdrawal', removal).expect(204);
    expect(await ends(notice('2025-03-06', 5))).toBe('2025-03-13');
    const entries = await new AuditTrail(platform.owner, tenant.id).whole();
    const told = entries.filter(({ subject }) => subject === 'calendar_day');
    expect(told.map(({ op, details }) => op ?? details?.['reason']).sort()).toEqual(['delete', 'insert', '决定已撤销']);
  });

  it('takes no day of a year that nobody knows, nor one that does not exist', async () => {
    const { body } = await administrator.put('calendar/days/2027-03-10', HOLIDAY).expect(409);
    expect(body.code).toBe('calendar.uncovered');
    await administrator.put('calendar/days/2025-02-29', HOLIDAY).expect(404);
    await administrator.post('calendar/days/2025-03-10/withdrawal', { version: 1, reason: '误录' }).expect(409);
  });

  it('counts a changed day as a change of the year that was entered', async () => {
    await administrator.put('calendar/2027', { ...BASIS, ...TABLE_2027 }).expect(200);
    await administrator.put('calendar/days/2027-03-10', HOLIDAY).expect(200);
    const { body } = await administrator.put('calendar/2027', { ...BASIS, ...TABLE_2027, version: 1 }).expect(409);
    expect(body).toMatchObject({ code: 'conflict.stale', errors: [{ field: '2027-03-10', rule: 'changed' }] });
    const { body: kept } = await administrator
      .put('calendar/2027', { ...BASIS, ...TABLE_2027, version: 2 })
      .expect(200);
    expect(kept.entry.version).toBe(3);
    expect((await operator.get('calendar').expect(200)).body.days).not.toContainEqual(
      expect.objectContaining({ day: '2027-03-10' }),
    );
  });

  it('has one of two who enter the same at once win, and tells the other what differs', async () => {
    const ways = [HOLIDAY, { ...HOLIDAY, kind: 'workday', name: '照常上班' }];
    const both = await Promise.all(ways.map((way) => administrator.put('calendar/days/2025-03-10', way)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = [200, 409].map((wanted) => both.find(({ status }) => status === wanted)?.body);
    expect(lost.code).toBe('conflict.stale');
    expect(lost.errors).toEqual([{ field: '2025-03-10', rule: 'changed', message: expect.stringContaining(won.name) }]);
  });

  it('is changed by the administrator of the system alone', async () => {
    const others = ['provinceOfficer', 'cityOfficer', 'centerOperator', 'expert', 'auditor'] as const;
    for (const who of others) {
      const statuses = [
        (await as(who).put('calendar/2027', { ...BASIS, ...TABLE_2027 })).status,
        (await as(who).put('calendar/days/2025-03-10', HOLIDAY)).status,
        (await as(who).post('calendar/days/2025-03-10/withdrawal', { version: 1, reason: '误录' })).status,
        (await as(who).post('calendar/2027/withdrawal', { version: 1, reason: '误录' })).status,
      ];
      expect({ who, statuses }).toEqual({ who, statuses: [403, 403, 403, 403] });
    }
  });

  it('is each tenant’s own', async () => {
    await administrator.put('calendar/days/2025-03-10', HOLIDAY).expect(200);
    await administrator.put('calendar/2027', { ...BASIS, ...TABLE_2027 }).expect(200);
    const other = await createTenant(platform.owner);
    const stranger = callerOf(platform, other.tokens.provinceOfficer);
    expect((await stranger.get('calendar/2025').expect(200)).body.workingDays).toBe(248);
    expect((await stranger.get('calendar').expect(200)).body).toEqual({ years: [], days: [] });
    await stranger.get('calendar/2027').expect(409);
  });
});
