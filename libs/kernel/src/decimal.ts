import { Decimal as DecimalJs } from 'decimal.js';

/** Decimal arithmetic for scores and amounts: 40 significant digits, half-up; binary floats never decide a grade. */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -30,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

/** A decimal string without exponent or trailing zeros, the one form in which figures are stored and compared. */
export function normalDecimal(value: DecimalJs.Value): string {
  const text = new Decimal(value).toFixed();
  return text === '-0' ? '0' : text;
}

/** A score as people read it: two decimals, cut and not rounded, so that 89.996 never looks like a 90 that it is not. */
export function shownScore(value: DecimalJs.Value): string {
  return new Decimal(value).toFixed(2, DecimalJs.ROUND_DOWN);
}
