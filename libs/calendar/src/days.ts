import { AppError, type IsoDate, isExistingDate } from '@shucu/kernel';

const DAY_MS = 86_400_000;

/** Sunday and Saturday, as JavaScript numbers them. */
const WEEKEND: readonly number[] = [0, 6];

/** The date itself. Throws `calendar.noSuchDate` for one that is not there (2025-02-30) or not of 1900–2100. */
export function existing(date: IsoDate): IsoDate {
  if (!isExistingDate(date)) throw new AppError('calendar.noSuchDate', { date });
  return date;
}

/** The date so many days later, or earlier where negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The year of a date. */
export function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4));
}

/** Whether the date is a Saturday or a Sunday. */
export function isWeekend(date: IsoDate): boolean {
  return WEEKEND.includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}

/** All dates from the first through the last one; none where the last is before the first. */
export function datesThrough(first: IsoDate, last: IsoDate): IsoDate[] {
  const dates: IsoDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/**
 * The day that corresponds to the given one so many months later, or that month's last day where it has none (Civil Code art.
 * 202), and whether it has none.
 */
export function correspondingDay(date: IsoDate, months: number): { day: IsoDate; isMissing: boolean } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  const isMissing = day > Number(lastOfMonth.slice(8));
  return { day: isMissing ? lastOfMonth : `${lastOfMonth.slice(0, 8)}${date.slice(8)}`, isMissing };
}
