import type { DecimalInput } from '../decimal.js';
import type { RuleContext } from './criterion.types.js';

/** A measure that must reach a threshold; a measure without a value never does. */
export interface MeasureCondition {
  readonly kind: 'measure';
  readonly title: string;
  readonly measure: string;
  readonly threshold: DecimalInput;
  readonly inclusive: boolean;
  readonly unit: string;
}

/** A condition in the plugin's own words; `uses` names the measures it reads. */
export interface FunctionCondition {
  readonly kind: 'function';
  readonly title: string;
  readonly holds: (context: RuleContext) => boolean;
  readonly uses: readonly string[];
}

/** What a gate asks. */
export type Condition = MeasureCondition | FunctionCondition;
