/** A calendar date `YYYY-MM-DD`: never a midnight of some zone. */
export type IsoDate = string;

const statutoryDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The date in Asia/Shanghai at an instant: all statutory time is Shanghai's, whatever the server's zone. */
export function statutoryDateOf(instant: Date): IsoDate {
  return statutoryDay.format(instant);
}

const [EARLIEST_YEAR, LATEST_YEAR] = [1900, 2100];

/** Whether the text is a date that exists in the calendar (2023-02-29 does not), of a year that can be meant: 1900–2100. */
export function isExistingDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `2026-03-15` as an official document writes it: 2026年3月15日 (no leading zeros, GB/T 9704). */
export function chineseDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
