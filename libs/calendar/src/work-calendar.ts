import { AppError, type IsoDate } from '@shucu/kernel';
import { addDays, datesThrough, existing, isWeekend, yearOf } from './days.js';
import { type DayName, STATE_COUNCIL_YEARS, stateCouncilDay } from './state-council-days.js';

/** `makeUp` is a Saturday or Sunday on which people work (调休上班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeUp';

/** One day of a calendar, with where the calendar has it from. */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly kind: DayKind;
  /** The festival, or what the tenant called the day; null for a day of the plain week. */
  readonly name: DayName | null;
  readonly origin: 'week' | 'stateCouncil' | 'own';
}

/** What a tenant says of one day. */
export interface OwnDay {
  readonly day: IsoDate;
  readonly kind: 'workday' | 'holiday';
  readonly name: string;
}

/** What a tenant has entered: whole years, in which nothing but its own days leaves the plain week, and days of any year. */
export interface OwnEntries {
  readonly years: readonly number[];
  readonly days: readonly OwnDay[];
}

/** Whether work is done on such a day. */
export function isWorking({ kind }: Pick<CalendarDay, 'kind'>): boolean {
  return kind === 'workday' || kind === 'makeUp';
}

/**
 * The working days of the years that somebody has entered: the State Council's notices, and what a tenant says instead. Of any
 * other year every question is refused with `calendar.uncovered`: a holiday that nobody knows of would end a period early.
 */
export class WorkCalendar {
  private readonly enteredYears: ReadonlySet<number>;
  private readonly ownDays: ReadonlyMap<IsoDate, OwnDay>;

  constructor({ years, days }: OwnEntries = { years: [], days: [] }) {
    this.enteredYears = new Set(years);
    this.ownDays = new Map(days.map((own) => [own.day, own]));
  }

  /** Whether the year is known, by notice or by hand. */
  covers(year: number): boolean {
    return this.enteredYears.has(year) || (year >= STATE_COUNCIL_YEARS.first && year <= STATE_COUNCIL_YEARS.last);
  }

  /** What kind of day a date is. Throws `calendar.uncovered`, or `calendar.noSuchDate`. */
  day(date: IsoDate): CalendarDay {
    const year = yearOf(existing(date));
    if (!this.covers(year)) throw new AppError('calendar.uncovered', { year });
    const own = this.ownDays.get(date);
    if (own) return ownDay(own);
    const said = this.enteredYears.has(year) ? null : stateCouncilDay(date);
    if (said) return { date, kind: said.kind, name: said.festival, origin: 'stateCouncil' };
    return { date, kind: isWeekend(date) ? 'weekend' : 'workday', name: null, origin: 'week' };
  }

  /** Whether work is done on a date. Throws like {@link day}. */
  isWorkingDay(date: IsoDate): boolean {
    return isWorking(this.day(date));
  }

  /** The date itself or the first working day after it. Throws like {@link day}. */
  workingDayFrom(date: IsoDate): IsoDate {
    let found = date;
    while (!this.isWorkingDay(found)) found = addDays(found, 1);
    return found;
  }

  /** Every day of a year, in order. Throws `calendar.uncovered`. */
  daysOf(year: number): CalendarDay[] {
    return datesThrough(`${year}-01-01`, `${year}-12-31`).map((date) => this.day(date));
  }
}

function ownDay({ day, kind, name }: OwnDay): CalendarDay {
  const workday = isWeekend(day) ? 'makeUp' : 'workday';
  return {
    date: day,
    kind: kind === 'holiday' ? 'holiday' : workday,
    name: { 'zh-CN': name, en: name },
    origin: 'own',
  };
}
