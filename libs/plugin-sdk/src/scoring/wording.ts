import type { QuantitativeCriterion } from '../criteria/criterion.types.js';
import { Decimal } from '../decimal.js';
import type { MeasureValue } from '../measure.types.js';

/** Points as a reader sees them: at most two decimals, half-up. */
export function pointsText(points: Decimal): string {
  return points.toDecimalPlaces(2).toFixed();
}

/** An attainment as a percentage with two decimals; `100.00%` only when it is fully attained. */
export function percentText(attainment: Decimal): string {
  const percent = attainment.times(100);
  const shown = percent.toDecimalPlaces(2);
  const misleading = percent.lt(100) && shown.gte(100);
  return `${(misleading ? percent.toDecimalPlaces(2, Decimal.ROUND_DOWN) : shown).toFixed(2)}%`;
}

/** A measure's value with its unit: `162 家`, `8.3%`, `是`; `无数据` when there is none. */
export function figureText(value: MeasureValue, unit: string): string {
  if (value === null) return '无数据';
  const figure = new Decimal(value);
  if (unit === '是否') return figure.isZero() ? '否' : '是';
  if (unit === '%') return `${figure.times(100).toDecimalPlaces(4).toFixed()}%`;
  return `${figure.toDecimalPlaces(4).toFixed()} ${unit}`;
}

/** The least that is asked for: 不少于 includes the number, 超过 does not. */
export function minimumText(threshold: string, inclusive: boolean, unit: string): string {
  if (unit === '是否') return '是';
  return `${inclusive ? '不少于' : '超过'} ${figureText(threshold, unit)}`;
}

/** The standard that a criterion is held against, with every rung of a ladder. */
export function thresholdText(criterion: QuantitativeCriterion, threshold: string): string {
  if (criterion.attainment.rule !== 'steps') return minimumText(threshold, criterion.inclusive, criterion.unit);
  const rungs = criterion.attainment.steps.map(
    ({ at, inclusive = true, attainment }) =>
      `${minimumText(String(at), inclusive, criterion.unit)}计 ${percentText(new Decimal(attainment))}`,
  );
  return `分档（${rungs.join('，')}）`;
}

/** `得 4.05 分（满分 5 分）`. */
export function scoredText(score: Decimal, full: Decimal): string {
  return `得 ${pointsText(score)} 分（满分 ${pointsText(full)} 分）`;
}
