import { datesThrough, isWeekend, yearOf } from './days.js';
import { STATE_COUNCIL_YEARS, stateCouncilDates } from './state-council-days.js';
import { NOTICES } from './state-council-notices.fixture.js';
import { isWorking, WorkCalendar } from './work-calendar.js';

const { first, last } = STATE_COUNCIL_YEARS;

describe('the calendar of the State Council', () => {
  const calendar = new WorkCalendar();

  it.each(NOTICES)('is on every day of $year what $document says', ({ year, holidays, makeUpDays, workingDays }) => {
    const off = new Map(
      Object.entries(holidays).flatMap(([name, [from, through]]) =>
        datesThrough(from, through).map((date) => [date, name] as const),
      ),
    );
    const expected = datesThrough(`${year}-01-01`, `${year}-12-31`).map((date) => {
      if (makeUpDays.includes(date)) return `${date} makeUp`;
      if (off.has(date)) return `${date} holiday`;
      return `${date} ${isWeekend(date) ? 'weekend' : 'workday'}`;
    });
    const days = calendar.daysOf(year);
    expect(days.map(({ date, kind }) => `${date} ${kind}`)).toEqual(expected);
    for (const { date, kind, name } of days) {
      if (kind === 'holiday') expect(off.get(date)).toContain(name?.['zh-CN']);
    }
    expect(days.filter(isWorking)).toHaveLength(workingDays);
  });

  it('covers the years of its table, without a gap, and says so of no other', () => {
    const years = [...new Set(stateCouncilDates().map(yearOf))];
    expect(years).toEqual(Array.from({ length: last - first + 1 }, (_, at) => first + at));
    for (const year of years) {
      expect(calendar.covers(year)).toBe(true);
      const working = calendar.daysOf(year).filter(isWorking).length;
      expect({ year, isPlausible: working >= 244 && working <= 256 }).toEqual({ year, isPlausible: true });
      // Whoever forgot a half of the table would see it here.
      for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03']) {
        expect(calendar.isWorkingDay(`${year}-${day}`)).toBe(false);
      }
    }
    expect([first - 1, last + 1].map((year) => calendar.covers(year))).toEqual([false, false]);
  });

  it('refuses every question about the next year, and about the one before the first', () => {
    const refusal = { code: 'calendar.uncovered', params: { year: last + 1 } };
    for (const ask of [
      () => calendar.day(`${last + 1}-01-01`),
      () => calendar.isWorkingDay(`${last + 1}-06-15`),
      () => calendar.daysOf(last + 1),
      () => calendar.workingDayFrom(`${last + 1}-12-31`),
    ]) {
      expect(ask).toThrow(expect.objectContaining(refusal));
    }
    expect(() => calendar.day(`${first - 1}-12-31`)).toThrow(/2003/);
  });

  it('refuses a date that does not exist', () => {
    expect(() => calendar.day('2025-02-29')).toThrow(expect.objectContaining({ code: 'calendar.noSuchDate' }));
  });

  it('makes up for holidays on Saturdays and Sundays only', () => {
    for (let year = first; year <= last; year += 1) {
      const makeUp = calendar.daysOf(year).filter(({ kind }) => kind === 'makeUp');
      expect(makeUp.filter(({ date }) => !isWeekend(date))).toEqual([]);
    }
  });
});

describe('a calendar with own entries', () => {
  it('takes a day of its own over the notice, in both directions, and nothing else', () => {
    const calendar = new WorkCalendar({
      years: [],
      days: [
        { day: '2025-05-06', kind: 'holiday', name: '全省停工' },
        { day: '2025-04-27', kind: 'holiday', name: '不再调休' },
        { day: '2025-05-05', kind: 'workday', name: '提前上班' },
        { day: '2025-05-10', kind: 'workday', name: '补班' },
      ],
    });
    const kindOf = (date: string) => calendar.day(date).kind;
    expect(['2025-05-06', '2025-04-27', '2025-05-05', '2025-05-10'].map(kindOf)).toEqual([
      ...['holiday', 'holiday', 'workday', 'makeUp'],
    ]);
    expect(calendar.day('2025-05-06')).toMatchObject({ origin: 'own', name: { 'zh-CN': '全省停工' } });
    expect(calendar.day('2025-05-04')).toMatchObject({ kind: 'holiday', origin: 'stateCouncil' });
    expect(calendar.workingDayFrom('2025-05-01')).toBe('2025-05-05');
  });

  it('covers a year that was entered by hand, with the days entered alone', () => {
    const days = [
      { day: '2027-01-01', kind: 'holiday', name: '元旦' },
      { day: '2027-01-09', kind: 'workday', name: '春节' },
    ] as const;
    const calendar = new WorkCalendar({ years: [2027], days });
    expect(calendar.daysOf(2027).filter(({ origin }) => origin === 'own')).toHaveLength(2);
    expect(calendar.isWorkingDay('2027-01-09')).toBe(true);
    expect(() => calendar.day('2028-01-01')).toThrow(/2028/);
  });

  it('forgets the notice of a year that was entered by hand, as what is entered is complete', () => {
    const calendar = new WorkCalendar({ years: [2025], days: [] });
    expect(calendar.day('2025-10-01')).toMatchObject({ kind: 'workday', origin: 'week' });
    expect(calendar.day('2024-10-01').kind).toBe('holiday');
  });

  it('is not covered by a single day', () => {
    const calendar = new WorkCalendar({ years: [], days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }] });
    expect(() => calendar.day('2027-01-01')).toThrow(/2027/);
  });
});
