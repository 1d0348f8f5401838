import type { Random, Weighted } from './random.js';

/** Share of services that are given on a day off. */
const ON_A_DAY_OFF = 0.04;
/** How busy a month is: little around the Spring Festival, most in spring and before the year's end. */
const MONTHS: Weighted<number> = [5, 3, 8, 10, 9, 10, 8, 8, 11, 8, 11, 9].map((weight, index) => [index + 1, weight]);
/** First and last day of the Spring Festival by year (State Council notices). */
const SPRING_FESTIVALS: Readonly<Record<number, readonly [string, string]>> = {
  2023: ['01-21', '01-27'],
  2024: ['02-10', '02-17'],
  2025: ['01-28', '02-04'],
};
const OTHER_HOLIDAYS =
  '01-01 01-02 04-05 05-01 05-02 05-03 05-04 05-05 10-01 10-02 10-03 10-04 10-05 10-06 10-07'.split(' ');

/** A date of the year from `earliest` on, nearly always a day on which people work. */
export function serviceDate(random: Random, year: number, earliest = `${year}-01-01`): string {
  const months = monthsOf(year);
  for (;;) {
    const month = months[random.weighted(MONTHS) - 1];
    const date = month && random.pick(random.chance(ON_A_DAY_OFF) ? month.days : month.workingDays);
    if (date && date >= earliest) return date;
  }
}

/** The date that lies `days` after another one. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A moment of office hours on the date, Asia/Shanghai. */
export function officeHour(random: Random, date: string): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${date}T${part(random.integer(9, 17))}:${part(random.integer(0, 59))}:${part(random.integer(0, 59))}+08:00`;
}

/** Saturdays, Sundays and the long holidays; make-up working days are left out of account. */
export function isDayOff(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const day = date.slice(5);
  const festival = SPRING_FESTIVALS[Number(date.slice(0, 4))];
  const inFestival = festival !== undefined && day >= festival[0] && day <= festival[1];
  return weekday === 0 || weekday === 6 || inFestival || OTHER_HOLIDAYS.includes(day);
}

interface Month {
  readonly days: readonly string[];
  readonly workingDays: readonly string[];
}

const calendars = new Map<number, readonly Month[]>();

function monthsOf(year: number): readonly Month[] {
  const known = calendars.get(year);
  if (known) return known;
  const months = Array.from({ length: 12 }, (_, index): Month => {
    const first = `${year}-${String(index + 1).padStart(2, '0')}-01`;
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    const days = Array.from({ length }, (_day, day) => daysAfter(first, day));
    return { days, workingDays: days.filter((day) => !isDayOff(day)) };
  });
  calendars.set(year, months);
  return months;
}
