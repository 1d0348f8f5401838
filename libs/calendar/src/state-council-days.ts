import { createRequire } from 'node:module';
import type { IsoDate } from '@shucu/kernel';

/** A name in both languages of the platform. */
export interface DayName {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** A day that a notice of the State Council takes out of the plain week: off, or worked to make up for it. */
export interface StateCouncilDay {
  readonly kind: 'holiday' | 'makeUp';
  /** The festival it belongs to. */
  readonly festival: DayName;
}

/** `Labour Day,劳动节,2` by date. */
type Festivals = Readonly<Record<IsoDate, string>>;

/** The first and the last year that the pinned table holds; raise the last one with the version, never alone. */
export const STATE_COUNCIL_YEARS = { first: 2004, last: 2026 } as const;

// The table only: the functions of the package answer for years that it does not know, and by the time zone of the process.
const require = createRequire(import.meta.url);
const table: {
  readonly holidays: Festivals;
  readonly workdays: Festivals;
} = require('chinese-days/dist/chinese-days.json');

/** What the State Council has said of a day; null for a plain one. Knows nothing beyond {@link STATE_COUNCIL_YEARS}. */
export function stateCouncilDay(date: IsoDate): StateCouncilDay | null {
  const [kind, entry] = table.workdays[date]
    ? (['makeUp', table.workdays[date]] as const)
    : (['holiday', table.holidays[date]] as const);
  if (!entry) return null;
  const [en = '', zh = ''] = entry.split(',');
  return { kind, festival: { 'zh-CN': zh, en } };
}

/** Every date that the table holds, in order. */
export function stateCouncilDates(): IsoDate[] {
  return [...Object.keys(table.holidays), ...Object.keys(table.workdays)].sort();
}
