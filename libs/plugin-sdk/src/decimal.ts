import { Decimal as DecimalJs } from 'decimal.js';

/** Decimal arithmetic of scoring: 40 significant digits, half-up; binary floats never decide a grade. */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/** A figure as a plugin's author writes it: `300`, `0.5` or `'0.5'`. */
export type DecimalInput = string | number;

/** Digits after the point to which every reported quotient, attainment, score and total is rounded, half-up. */
export const REPORTED_DECIMALS = 12;

const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;

/** The decimal that was written, or `null` when it is no finite plain decimal (`NaN`, `1e3`, `abc`, `undefined`). */
export function parseDecimal(input: unknown): Decimal | null {
  if (typeof input === 'number') return Number.isFinite(input) ? new Decimal(input) : null;
  return typeof input === 'string' && PLAIN_DECIMAL.test(input) ? new Decimal(input) : null;
}

/** A decimal string without exponent or trailing zeros: `'1.50'` → `'1.5'`, `'-0'` → `'0'`. */
export function normalDecimal(value: DecimalJs.Value): string {
  const text = new Decimal(value).toFixed();
  return text === '-0' ? '0' : text;
}

/** Rounded half-up to {@link REPORTED_DECIMALS} and normalised: the form of every figure in a score sheet. */
export function reportedDecimal(value: DecimalJs.Value): string {
  return normalDecimal(new Decimal(value).toDecimalPlaces(REPORTED_DECIMALS));
}

/** Sum of decimals, exact as long as 40 digits hold it. */
export function sumOf(values: Iterable<DecimalJs.Value>): Decimal {
  let total = new Decimal(0);
  for (const value of values) total = total.plus(value);
  return total;
}
