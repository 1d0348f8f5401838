import type { DecimalInput } from '../decimal.js';
import type { FunctionCondition, MeasureCondition } from './condition.types.js';
import type { RuleContext } from './criterion.types.js';

/** A measure that must reach a threshold; `inclusive: false` for 超过. */
export function reaches(
  measure: string,
  threshold: DecimalInput,
  unit: string,
  options: { readonly title: string; readonly inclusive?: boolean },
): MeasureCondition {
  return { kind: 'measure', title: options.title, measure, threshold, unit, inclusive: options.inclusive ?? true };
}

/** A condition that a pure function decides; `uses` names the measures it reads. */
export function when(
  title: string,
  holds: (context: RuleContext) => boolean,
  uses: readonly string[] = [],
): FunctionCondition {
  return { kind: 'function', title, holds, uses };
}
