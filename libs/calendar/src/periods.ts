import { AppError, type IsoDate } from '@shucu/kernel';
import { addDays, correspondingDay, datesThrough, existing } from './days.js';
import type { CalendarPeriod, FixedDay, WorkingDayPeriod } from './period.types.js';
import { isWorking, type WorkCalendar } from './work-calendar.js';

/** The longest period, in its unit: nothing in a rule document is longer than a hundred years of months. */
const LONGEST = 1_200;

/** How many working days from when on; whether the day of the act counts is the rule set's to say. */
export interface WorkingDayTerm {
  readonly start: IsoDate;
  readonly days: number;
  readonly countFirstDay: boolean;
}

/**
 * A period of working days (第十三条). The day of the act does not count (Civil Code art. 201) unless the rule set says so, and then
 * only where it is a working day. Throws `calendar.uncovered` where it reaches into a year that nobody has entered.
 */
export function workingDayPeriod(calendar: WorkCalendar, term: WorkingDayTerm): WorkingDayPeriod {
  const length = wholeLength(term.days);
  const first = term.countFirstDay ? existing(term.start) : addDays(existing(term.start), 1);
  const firstCounted = calendar.workingDayFrom(first);
  let end = firstCounted;
  for (let counted = 1; counted < length; counted += 1) end = calendar.workingDayFrom(addDays(end, 1));
  const passed = datesThrough(first, end).map((date) => calendar.day(date));
  const remarkable = passed.filter(({ kind, origin }) => kind !== 'workday' || origin === 'own');
  return {
    ...{ kind: 'workingDays', start: term.start, length, countsFirstDay: term.countFirstDay },
    ...{ firstCounted, end, remarkable },
  };
}

/**
 * A period of months, from the day after the act through the day that corresponds to that of the act (Civil Code art. 201, 202). With a
 * calendar a last day off moves to the next working day (art. 203), without one it stays. Throws `calendar.uncovered`.
 */
export function monthPeriod(start: IsoDate, months: number, calendar: WorkCalendar | null): CalendarPeriod {
  return calendarPeriod('months', start, { length: wholeLength(months), months }, calendar);
}

/** Like {@link monthPeriod}, in years. A ban is no act to be done: it takes no calendar and does not move. */
export function yearPeriod(start: IsoDate, years: number, calendar: WorkCalendar | null): CalendarPeriod {
  return calendarPeriod('years', start, { length: wholeLength(years), months: years * 12 }, calendar);
}

/** A named day, moved to the next working day where a calendar is given and it is a day off. Throws `calendar.uncovered`. */
export function fixedDay(day: IsoDate, calendar: WorkCalendar | null): FixedDay {
  return { kind: 'fixedDay', start: existing(day), firstCounted: day, ...moved(day, calendar) };
}

/** The last day of a period of whole years that does not move: see {@link yearPeriod}. */
export function endOfYears(start: IsoDate, years: number): IsoDate {
  return yearPeriod(start, years, null).end;
}

function calendarPeriod(
  kind: CalendarPeriod['kind'],
  start: IsoDate,
  { length, months }: { length: number; months: number },
  calendar: WorkCalendar | null,
): CalendarPeriod {
  const { day, isMissing } = correspondingDay(existing(start), months);
  return {
    ...{ kind, start, length, firstCounted: addDays(start, 1), lacksCorrespondingDay: isMissing },
    ...moved(existing(day), calendar),
  };
}

function moved(nominalEnd: IsoDate, calendar: WorkCalendar | null): Pick<FixedDay, 'nominalEnd' | 'movedOver' | 'end'> {
  if (!calendar || isWorking(calendar.day(nominalEnd))) return { nominalEnd, movedOver: [], end: nominalEnd };
  const end = calendar.workingDayFrom(nominalEnd);
  return { nominalEnd, movedOver: datesThrough(nominalEnd, end).map((date) => calendar.day(date)), end };
}

function wholeLength(length: number): number {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST) throw new AppError('calendar.length', { length });
  return length;
}
