import { Decimal, shownScore } from '@shucu/kernel';
import { chineseNumeral } from '../tree/chinese-numeral.js';

type Helper = (...values: readonly unknown[]) => string | boolean;

/** One helper that templates may call, with the number of values it takes. */
interface AllowedHelper {
  readonly parameters: number;
  readonly apply: Helper;
}

/** Everything a template may call besides `each`, `with`, `if` and `unless`. */
export const TEMPLATE_HELPERS: Readonly<Record<string, AllowedHelper>> = {
  /** `2026-03-15` → `2026年3月15日`. */
  date: { parameters: 1, apply: (value) => chineseDate(value) },
  /** The score that was graded, cut to two decimals so that it never looks better than its grade: `89.995` → `89.99`. */
  totalScore: { parameters: 1, apply: (value) => shownScore(decimal('totalScore', value)) },
  /** Points of an indicator, rounded to two decimals as the explanations of scores are: `3.125` → `3.13`. */
  points: { parameters: 1, apply: (value) => decimal('points', value).toFixed(2) },
  /** A share as a percentage of two decimals; `100.00%` only when it is the whole: `0.8339` → `83.39%`. */
  percent: { parameters: 1, apply: (value) => percentage(decimal('percent', value)) },
  /** `2` → `二`. */
  numeral: { parameters: 1, apply: (value) => chineseNumeral(Number(value)) },
  /** A SHA-256 in eight groups, for people to compare and lines to break at. */
  hash: { parameters: 1, apply: (value) => hashGroups(value) },
  /** Texts in a row, divided by the second value. */
  join: { parameters: 2, apply: (values, divider) => joined(values, divider) },
  /** Whether two values are the same. */
  eq: { parameters: 2, apply: (one, other) => one === other },
};

/** The date as documents write it, without leading zeros (GB/T 9704). */
export function chineseDate(value: unknown): string {
  const [, year, month, day] = (typeof value === 'string' && /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)) || [];
  if (year === undefined) throw new TypeError(`date 需要 2026-03-15 这样的日期，得到 ${JSON.stringify(value)}`);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function decimal(helper: string, value: unknown): Decimal {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  if (!isNumber) throw new TypeError(`${helper} 需要数字，得到 ${JSON.stringify(value)}`);
  return new Decimal(value);
}

function percentage(share: Decimal): string {
  const rounding =
    share.lt(1) && share.mul(100).toDecimalPlaces(2).gte(100) ? Decimal.ROUND_DOWN : Decimal.ROUND_HALF_UP;
  return `${share.mul(100).toFixed(2, rounding)}%`;
}

function hashGroups(value: unknown): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) {
    throw new TypeError(`hash 需要 SHA-256，得到 ${JSON.stringify(value)}`);
  }
  return value.replace(/.{8}(?=.)/g, '$& ');
}

function joined(values: unknown, divider: unknown): string {
  if (!Array.isArray(values)) throw new TypeError(`join 需要列表，得到 ${JSON.stringify(values)}`);
  return values.map(String).join(String(divider));
}
