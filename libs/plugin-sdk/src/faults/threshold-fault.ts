import type { QuantitativeCriterion } from '../criteria/criterion.types.js';
import { parseDecimal } from '../decimal.js';

/** What is wrong with a criterion's threshold, or null: it must be a finite decimal, and above 0 where it divides. */
export function thresholdFault(criterion: QuantitativeCriterion, threshold: unknown): string | null {
  const number = parseDecimal(threshold);
  if (number === null) return `${String(threshold)} is no finite decimal number`;
  const divides = criterion.attainment.rule === 'linear' || criterion.attainment.rule === 'cappedBonus';
  return divides && number.lte(0) ? `is ${number.toFixed()}, but a linear threshold must be above 0` : null;
}
