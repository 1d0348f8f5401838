import { createRequire } from 'node:module';
import fc from 'fast-check';
import { addDays, datesThrough } from './days.js';
import { monthPeriod, workingDayPeriod, yearPeriod } from './periods.js';
import { WorkCalendar } from './work-calendar.js';

type Table = Readonly<Record<'holidays' | 'workdays', Readonly<Record<string, string>>>>;
const table: Table = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json');

const RUNS = { numRuns: 1_000 };
const calendar = new WorkCalendar();

const instantOf = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const dateAt = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** Every working day of the table's years in one list, made the simplest way there is. */
const WORKING: readonly string[] = (() => {
  const found: string[] = [];
  for (let at = instantOf('2004-01-01'); dateAt(at) <= '2026-12-31'; at += 86_400_000) {
    const date = dateAt(at);
    const weekday = new Date(at).getUTCDay();
    const isPlain = weekday !== 0 && weekday !== 6 && !table.holidays[date];
    if (isPlain || table.workdays[date]) found.push(date);
  }
  return found;
})();

/** The end that one finds by pointing at the list. */
function pointedEnd(start: string, days: number, countFirstDay: boolean): string | undefined {
  return WORKING.filter((date) => (countFirstDay ? date >= start : date > start))[days - 1];
}

/** The day so many months later by counting months, then days back until there is one. */
function countedMonths(start: string, months: number): string {
  let [year = 0, month = 0] = start.split('-').map(Number);
  for (let passed = 0; passed < months; passed += 1) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  for (let day = Number(start.slice(8)); ; day -= 1) {
    const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    if (dateAt(instantOf(date)) === date) return date;
  }
}

const dateWithin = (first: string, last: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: 0, max: Math.round((instantOf(last) - instantOf(first)) / 86_400_000) })
    .map((days) => addDays(first, days));
const start = dateWithin('2004-01-01', '2026-09-30');
const length = fc.integer({ min: 1, max: 40 });

describe('any period of working days', () => {
  it('ends where one who points at a list of working days ends', () => {
    fc.assert(
      fc.property(start, length, fc.boolean(), (from, days, countFirstDay) => {
        const { end } = workingDayPeriod(calendar, { start: from, days, countFirstDay });
        expect(end).toBe(pointedEnd(from, days, countFirstDay));
      }),
      RUNS,
    );
  });

  it('is refused exactly where that list has come to its end', () => {
    fc.assert(
      fc.property(dateWithin('2026-10-01', '2026-12-31'), fc.integer({ min: 1, max: 90 }), (from, days) => {
        const compute = () => workingDayPeriod(calendar, { start: from, days, countFirstDay: false });
        if (pointedEnd(from, days, false)) expect(compute().end <= '2026-12-31').toBe(true);
        else expect(compute).toThrow(expect.objectContaining({ code: 'calendar.uncovered' }));
      }),
      RUNS,
    );
  });

  it('has as many working days as it was asked for, from a working day to a working day', () => {
    fc.assert(
      fc.property(start, length, fc.boolean(), (from, days, countFirstDay) => {
        const { firstCounted, end } = workingDayPeriod(calendar, { start: from, days, countFirstDay });
        const counted = datesThrough(firstCounted, end).filter((date) => calendar.isWorkingDay(date));
        expect([counted.length, counted[0], counted.at(-1)]).toEqual([days, firstCounted, end]);
        expect(countFirstDay ? firstCounted >= from : firstCounted > from).toBe(true);
      }),
      RUNS,
    );
  });

  it('explains itself: what is remarkable and what is plain add up to it', () => {
    fc.assert(
      fc.property(start, length, (from, days) => {
        const { end, remarkable } = workingDayPeriod(calendar, { start: from, days, countFirstDay: false });
        const off = remarkable.filter(({ kind }) => kind === 'holiday' || kind === 'weekend').length;
        expect(datesThrough(addDays(from, 1), end).length - off).toBe(days);
      }),
      RUNS,
    );
  });

  it('grows with its days and never ends earlier when it starts later', () => {
    fc.assert(
      fc.property(start, length, fc.boolean(), (from, days, countFirstDay) => {
        const endOf = (term: { start: string; days: number }) =>
          workingDayPeriod(calendar, { ...term, countFirstDay }).end;
        const end = endOf({ start: from, days });
        expect(endOf({ start: from, days: days + 1 }) > end).toBe(true);
        expect(endOf({ start: addDays(from, 1), days }) >= end).toBe(true);
      }),
      RUNS,
    );
  });

  it('never ends earlier for one more holiday, nor later for one more working day', () => {
    const near = fc.integer({ min: -3, max: 60 });
    fc.assert(
      fc.property(start, length, near, fc.boolean(), (from, days, distance, countFirstDay) => {
        const day = addDays(from, distance);
        fc.pre(day <= '2026-12-31' && day >= '2004-01-01');
        const endWith = (kind: 'holiday' | 'workday') =>
          workingDayPeriod(new WorkCalendar({ years: [], days: [{ day, kind, name: '更正' }] }), {
            ...{ start: from, days, countFirstDay },
          }).end;
        const { end } = workingDayPeriod(calendar, { start: from, days, countFirstDay });
        expect(endWith('holiday') >= end).toBe(true);
        expect(endWith('workday') <= end).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('any period of months or years', () => {
  const months = fc.integer({ min: 1, max: 60 });

  it('ends where one who counts months ends', () => {
    fc.assert(
      fc.property(start, months, (from, count) => {
        const { end, firstCounted } = monthPeriod(from, count, null);
        expect([firstCounted, end]).toEqual([addDays(from, 1), countedMonths(from, count)]);
      }),
      RUNS,
    );
  });

  it('of a year is one of twelve months', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 20 }), (from, years) => {
        expect(yearPeriod(from, years, null).end).toBe(monthPeriod(from, years * 12, null).end);
      }),
      RUNS,
    );
  });

  it('moves only off a day off, and to the first working day from there on', () => {
    fc.assert(
      fc.property(dateWithin('2004-01-01', '2021-09-30'), months, (from, count) => {
        const { nominalEnd, end } = monthPeriod(from, count, calendar);
        expect(end).toBe(WORKING.find((date) => date >= nominalEnd));
        expect(nominalEnd).toBe(monthPeriod(from, count, null).end);
      }),
      RUNS,
    );
  });
});
