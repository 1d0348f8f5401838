import { endOfYears, fixedDay, monthPeriod, workingDayPeriod, yearPeriod } from './periods.js';
import { WorkCalendar } from './work-calendar.js';

const calendar = new WorkCalendar();

const notice = (start: string, days: number, countFirstDay = false) =>
  workingDayPeriod(calendar, { start, days, countFirstDay });

describe('a period of working days', () => {
  it('runs from a Thursday from Friday to the next Thursday, or to Wednesday where the first day counts', () => {
    expect(notice('2025-03-06', 5)).toMatchObject({ firstCounted: '2025-03-07', end: '2025-03-13' });
    expect(notice('2025-03-06', 5, true)).toMatchObject({ firstCounted: '2025-03-06', end: '2025-03-12' });
  });

  it('counts make-up weekends and leaves holidays out', () => {
    expect(notice('2025-04-24', 5).end).toBe('2025-04-30');
    expect(notice('2025-04-25', 5).end).toBe('2025-05-06');
    expect(notice('2026-02-13', 1)).toMatchObject({ firstCounted: '2026-02-14', end: '2026-02-14' });
    expect(notice('2026-02-13', 2).end).toBe('2026-02-24');
  });

  it('begins on a working day also where the act, or the day after it, is none', () => {
    expect(notice('2025-05-02', 1)).toMatchObject({ firstCounted: '2025-05-06', end: '2025-05-06' });
    expect(notice('2025-05-02', 1, true)).toMatchObject({ firstCounted: '2025-05-06', end: '2025-05-06' });
  });

  it('is refused where it reaches into a year that nobody has entered', () => {
    expect(notice('2026-12-24', 5).end).toBe('2026-12-31');
    expect(() => notice('2026-12-25', 5)).toThrow(expect.objectContaining({ code: 'calendar.uncovered' }));
  });

  it.each([0, -1, 1.5, Number.NaN, 1_201])('is refused with %d days', (days) => {
    expect(() => notice('2025-03-06', days)).toThrow(expect.objectContaining({ code: 'calendar.length' }));
  });
});

describe('a period of months', () => {
  it('ends on the corresponding day, or with the month where there is none', () => {
    expect(monthPeriod('2025-03-17', 1, null)).toMatchObject({ firstCounted: '2025-03-18', end: '2025-04-17' });
    expect(monthPeriod('2025-01-31', 1, null)).toMatchObject({ end: '2025-02-28', lacksCorrespondingDay: true });
    expect(monthPeriod('2024-01-31', 1, null).end).toBe('2024-02-29');
    expect(monthPeriod('2024-12-31', 2, null).end).toBe('2025-02-28');
    expect(monthPeriod('2025-11-30', 3, null).end).toBe('2026-02-28');
    expect(monthPeriod('2025-02-28', 1, null)).toMatchObject({ end: '2025-03-28', lacksCorrespondingDay: false });
  });

  it('moves a last day off to the next working day, where a calendar is given', () => {
    expect(monthPeriod('2025-09-05', 1, calendar)).toMatchObject({ nominalEnd: '2025-10-05', end: '2025-10-09' });
    expect(monthPeriod('2025-09-05', 1, null)).toMatchObject({ nominalEnd: '2025-10-05', end: '2025-10-05' });
    expect(monthPeriod('2025-08-27', 1, calendar).end).toBe('2025-09-28');
    expect(monthPeriod('2026-01-31', 1, calendar)).toMatchObject({ end: '2026-02-28', movedOver: [] });
  });

  it('is refused where its last day is in a year that nobody has entered', () => {
    expect(() => monthPeriod('2026-12-15', 1, calendar)).toThrow(/2027/);
    expect(monthPeriod('2026-12-15', 1, null).end).toBe('2027-01-15');
  });
});

describe('a period of years', () => {
  it('ends on the corresponding day, or on the last day of February, and moves for nobody', () => {
    expect(yearPeriod('2026-03-15', 2, null)).toMatchObject({ start: '2026-03-15', end: '2028-03-15' });
    expect(yearPeriod('2024-02-29', 2, null)).toMatchObject({ end: '2026-02-28', lacksCorrespondingDay: true });
    expect([2, 4].map((years) => endOfYears('2024-02-29', years))).toEqual(['2026-02-28', '2028-02-29']);
  });

  it('refuses a date that does not exist, at either end', () => {
    for (const call of [() => endOfYears('2026-02-30', 2), () => yearPeriod('2099-01-01', 2, null)]) {
      expect(call).toThrow(expect.objectContaining({ code: 'calendar.noSuchDate' }));
    }
  });
});

describe('a fixed day', () => {
  it('stays, or moves to the next working day', () => {
    expect(fixedDay('2026-01-31', null)).toMatchObject({ start: '2026-01-31', end: '2026-01-31' });
    expect(fixedDay('2026-01-31', calendar)).toMatchObject({ nominalEnd: '2026-01-31', end: '2026-02-02' });
    expect(fixedDay('2025-01-31', calendar).end).toBe('2025-02-05');
  });
});
