import { NOTICES } from './state-council-notices.fixture.js';
import { isWorking, WorkCalendar } from './work-calendar.js';
import { daysOfTable, type YearTable, yearTableFaults } from './year-table.js';

const TABLE_2027: YearTable = {
  holidays: [
    { name: '元旦', first: '2027-01-01', last: '2027-01-03' },
    { name: '春节', first: '2027-02-05', last: '2027-02-12' },
    { name: '劳动节', first: '2027-05-01', last: '2027-05-05' },
    { name: '国庆节', first: '2027-10-01', last: '2027-10-07' },
  ],
  makeUpDays: [{ name: '春节', day: '2027-02-14' }],
};

const faultsOf = (change: Partial<YearTable>): string[] =>
  yearTableFaults(2027, { ...TABLE_2027, ...change }).map(({ field, rule }) => `${field}:${rule}`);

describe('the table of a year', () => {
  it.each(NOTICES)('of $year, entered from $document, gives the calendar of the notice', (notice) => {
    const holidays = Object.entries(notice.holidays).map(([name, [first, last]]) => ({ name, first, last }));
    const makeUpDays = notice.makeUpDays.map((day) => ({ name: '调休', day }));
    expect(yearTableFaults(notice.year, { holidays, makeUpDays })).toEqual([]);
    const entered = new WorkCalendar({ years: [notice.year], days: daysOfTable({ holidays, makeUpDays }) });
    const kinds = (calendar: WorkCalendar) => calendar.daysOf(notice.year).map(({ date, kind }) => `${date} ${kind}`);
    expect(kinds(entered)).toEqual(kinds(new WorkCalendar()));
    expect(entered.daysOf(notice.year).filter(isWorking)).toHaveLength(notice.workingDays);
  });

  it('is named by row where a day is of another year, a span turned round or too long', () => {
    const [newYear, ...others] = TABLE_2027.holidays;
    const first = (row: object) => ({ holidays: [{ ...newYear, ...row } as (typeof others)[number], ...others] });
    expect(faultsOf(first({ first: '2026-12-31' }))).toEqual(['holidays.0.first:year']);
    expect(faultsOf(first({ first: '2027-01-04' }))).toEqual(['holidays.0.last:order']);
    expect(faultsOf(first({ last: '2027-01-16' }))).toEqual(['holidays.0.last:length']);
    expect(faultsOf({ makeUpDays: [{ name: '元旦', day: '2028-01-01' }] })).toEqual(['makeUpDays.0.day:year']);
  });

  it('is named by row where a make-up day is in the middle of a week', () => {
    const makeUpDays = [...TABLE_2027.makeUpDays, { name: '国庆节', day: '2027-10-11' }];
    expect(faultsOf({ makeUpDays })).toEqual(['makeUpDays.1.day:weekend']);
  });

  it('is named by both rows where a day is in two of them', () => {
    const twice = { name: '五一', first: '2027-05-04', last: '2027-05-06' };
    const makeUpDays = [...TABLE_2027.makeUpDays, { name: '国庆节', day: '2027-10-03' }, ...TABLE_2027.makeUpDays];
    const faults = yearTableFaults(2027, { holidays: [...TABLE_2027.holidays, twice], makeUpDays });
    expect(faults.map(({ field, message }) => `${field} ${message}`)).toEqual([
      'holidays.4.first 放假第 5 行：2027-05-04 已在放假第 3 行',
      'makeUpDays.1.day 调休上班第 2 行：2027-10-03 已在放假第 4 行',
      'makeUpDays.2.day 调休上班第 3 行：2027-02-14 已在调休上班第 1 行',
    ]);
    expect(faults.every(({ en }) => en)).toBe(true);
  });

  it('is refused where a public holiday of a fixed date is missing', () => {
    const [newYear] = TABLE_2027.holidays;
    const faults = yearTableFaults(2027, { holidays: newYear ? [newYear] : [], makeUpDays: [] });
    expect(faults.map(({ message }) => message)).toContain('缺少法定节假日 2027-05-01（劳动节）');
    expect(faults).toHaveLength(4);
  });
});
