import type { FieldFault, IsoDate } from '@shucu/kernel';
import { datesThrough, isWeekend, yearOf } from './days.js';
import type { OwnDay } from './work-calendar.js';

/** A holiday of the table of a year, from its first through its last day. */
export interface HolidayRow {
  readonly name: string;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

/** A Saturday or Sunday that makes up for a holiday. */
export interface MakeUpRow {
  readonly name: string;
  readonly day: IsoDate;
}

/** A year as a notice of the State Council prints it. */
export interface YearTable {
  readonly holidays: readonly HolidayRow[];
  readonly makeUpDays: readonly MakeUpRow[];
}

/** No notice ever gave more days off in a row. */
const LONGEST_HOLIDAY = 15;

/** Public holidays of every year that have a fixed date (全国年节及纪念日放假办法); the others follow the moon. */
const FIXED_HOLIDAYS: readonly (readonly [monthAndDay: string, name: string, en: string])[] = [
  ['01-01', '元旦', "New Year's Day"],
  ['05-01', '劳动节', 'Labour Day'],
  ['10-01', '国庆节', 'National Day'],
  ['10-02', '国庆节', 'National Day'],
  ['10-03', '国庆节', 'National Day'],
];

/** The days of a table without faults. */
export function daysOfTable({ holidays, makeUpDays }: YearTable): OwnDay[] {
  const off = holidays.flatMap(({ name, first, last }) =>
    datesThrough(first, last).map((day): OwnDay => ({ day, kind: 'holiday', name })),
  );
  return [...off, ...makeUpDays.map(({ name, day }): OwnDay => ({ day, kind: 'workday', name }))];
}

/**
 * What is wrong with a table, row by row: days of another year, spans that end before they begin or are too long, make-up days in the
 * middle of a week, days that are in two rows, and fixed public holidays that are missing.
 */
export function yearTableFaults(year: number, table: YearTable): FieldFault[] {
  const faults = [
    ...table.holidays.flatMap((row, at) => holidayFaults(year, row, `holidays.${at}`)),
    ...table.makeUpDays.flatMap((row, at) => makeUpFaults(year, row, `makeUpDays.${at}.day`)),
  ];
  // Spans that are wrong in themselves would only be told twice.
  return faults.length > 0 ? faults : [...duplicates(table), ...missing(year, table)];
}

function holidayFaults(year: number, { first, last }: HolidayRow, at: string): FieldFault[] {
  const strange = [
    ...(yearOf(first) === year ? [] : [ofAnotherYear(year, `${at}.first`)]),
    ...(yearOf(last) === year ? [] : [ofAnotherYear(year, `${at}.last`)]),
  ];
  if (strange.length > 0) return strange;
  const field = `${at}.last`;
  if (last < first) {
    return [{ field, rule: 'order', message: '不能早于放假首日', en: 'The last day is before the first' }];
  }
  if (datesThrough(first, last).length <= LONGEST_HOLIDAY) return [];
  const message = `一个假期不超过 ${LONGEST_HOLIDAY} 天`;
  return [{ field, rule: 'length', message, en: `No holiday is longer than ${LONGEST_HOLIDAY} days` }];
}

function makeUpFaults(year: number, { day }: MakeUpRow, field: string): FieldFault[] {
  if (yearOf(day) !== year) return [ofAnotherYear(year, field)];
  if (isWeekend(day)) return [];
  const en = `${day} is no Saturday or Sunday, so nothing is made up on it`;
  return [{ field, rule: 'weekend', message: `${day} 不是周六或周日，不能作为调休上班日`, en }];
}

function ofAnotherYear(year: number, field: string): FieldFault {
  return { field, rule: 'year', message: `应为 ${year} 年的日期`, en: `Not a day of ${year}` };
}

interface Place {
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

function duplicates({ holidays, makeUpDays }: YearTable): FieldFault[] {
  const rows = [
    ...holidays.map(({ first, last }, at) => ({ days: datesThrough(first, last), place: placeOf('holidays', at) })),
    ...makeUpDays.map(({ day }, at) => ({ days: [day], place: placeOf('makeUpDays', at) })),
  ];
  const seen = new Map<IsoDate, Place>();
  return rows.flatMap(({ days, place }) => {
    const day = days.find((one) => seen.has(one));
    const earlier = day && seen.get(day);
    for (const one of days) if (!seen.has(one)) seen.set(one, place);
    if (!earlier) return [];
    const message = `${place.zh}：${day} 已在${earlier.zh}`;
    return [{ field: place.field, rule: 'duplicate', message, en: `${place.en}: ${day} is in ${earlier.en} already` }];
  });
}

function placeOf(list: keyof YearTable, at: number): Place {
  const [field, zh, en] =
    list === 'holidays'
      ? [`holidays.${at}.first`, '放假', 'holidays']
      : [`makeUpDays.${at}.day`, '调休上班', 'make-up days'];
  return { field, zh: `${zh}第 ${at + 1} 行`, en: `row ${at + 1} of ${en}` };
}

function missing(year: number, { holidays }: YearTable): FieldFault[] {
  return FIXED_HOLIDAYS.map(([monthAndDay, ...names]) => [`${year}-${monthAndDay}`, ...names] as const)
    .filter(([day]) => !holidays.some(({ first, last }) => first <= day && day <= last))
    .map(([day, name, en]) => ({
      ...{ field: 'holidays', rule: 'statutory' },
      ...{ message: `缺少法定节假日 ${day}（${name}）`, en: `The public holiday ${day} (${en}) is missing` },
    }));
}
