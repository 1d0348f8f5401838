import {
  type AggregateMeasure,
  Decimal,
  type Measure,
  type MeasureValue,
  normalDecimal,
  type RatioMeasure,
  REPORTED_DECIMALS,
} from '@shucu/plugin-sdk';

/** What the database said of one center, as decimal strings; null where it has nothing. */
export interface CenterFigures {
  aggregate(measure: AggregateMeasure): string | null;
  figure(op: 'fact' | 'reference', name: string): string | null;
}

/** The value of a measure in the form that `evaluateMeasures` of the SDK gives it. */
export function measureValue(measure: Measure, figures: CenterFigures): MeasureValue {
  if (measure.op === 'ratio') return quotient(measure, figures);
  const value = singleValue(measure, figures);
  return value === null ? null : normalDecimal(value);
}

function quotient({ dividend, divisor }: RatioMeasure, figures: CenterFigures): MeasureValue {
  const over = singleValue(dividend, figures);
  const under = singleValue(divisor, figures);
  if (over === null || under === null || under.isZero()) return null;
  return normalDecimal(over.div(under).toDecimalPlaces(REPORTED_DECIMALS));
}

function singleValue(measure: RatioMeasure['dividend'], figures: CenterFigures): Decimal | null {
  if (measure.op === 'fact' || measure.op === 'reference') {
    const value = figures.figure(measure.op, measure.name);
    return value === null ? null : new Decimal(value);
  }
  return new Decimal(figures.aggregate(measure) ?? 0);
}
