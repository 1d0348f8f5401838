import type { DecimalInput } from '../decimal.js';
import type { MeasureValue } from '../measure.types.js';

/** The center that is scored, as plain data. */
export interface ScoredCenter {
  readonly id: string;
  readonly name: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly region: string | null;
}

/** What a plugin's own function may look at: nothing but its arguments (no clock, no chance, no I/O). */
export interface RuleContext {
  readonly center: ScoredCenter;
  readonly year: number;
  readonly measures: Readonly<Record<string, MeasureValue>>;
}

/** Attainment by the plugin's own function: `value` and `threshold` are decimal strings, the result usually 0 to 1. */
export type AttainmentFunction = (
  input: RuleContext & { readonly value: string; readonly threshold: string },
) => DecimalInput;

/** A rung of a ladder: from `at` upwards the attainment is this one; `inclusive: false` is 超过 (the number itself is not enough). */
export interface AttainmentStep {
  readonly at: DecimalInput;
  readonly inclusive?: boolean;
  readonly attainment: DecimalInput;
}

/** How a value against its threshold becomes an attainment (1 = fully attained). */
export type AttainmentRule =
  | { readonly rule: 'linear' }
  | { readonly rule: 'allOrNothing' }
  | { readonly rule: 'steps'; readonly steps: readonly AttainmentStep[] }
  | { readonly rule: 'cappedBonus'; readonly per: DecimalInput; readonly add: DecimalInput; readonly cap: DecimalInput }
  | { readonly rule: 'custom'; readonly attain: AttainmentFunction; readonly uses: readonly string[] };

interface CriterionBase {
  /** Unique within its indicator. */
  readonly id: string;
  /** Chinese, as the score sheet shows it. */
  readonly title: string;
  /** Share among the indicator's criteria, 1 when not given. */
  readonly weight: DecimalInput;
}

/** A measure against a threshold. */
export interface QuantitativeCriterion extends CriterionBase {
  readonly kind: 'quantitative';
  readonly measure: string;
  readonly threshold: DecimalInput;
  /** Whether the threshold itself is enough: 以上 yes, 超过 no (Civil Code art. 1259). */
  readonly inclusive: boolean;
  /** `%` shows a quotient as a percentage, `是否` a yes/no fact. */
  readonly unit: string;
  readonly attainment: AttainmentRule;
  /** The value is multiplied by the coefficient of the center's industry, 1 where none is given. */
  readonly coefficients: Readonly<Record<string, DecimalInput>>;
}

/** A measure that an expert sees beside a judged criterion; it does not enter the score by itself. */
export interface ShownMeasure {
  readonly measure: string;
  readonly title: string;
  readonly unit: string;
}

/** An expert's 0–100 with an opinion. */
export interface JudgedCriterion extends CriterionBase {
  readonly kind: 'judged';
  readonly shows: readonly ShownMeasure[];
}

/** `bestOf`: the best attained part counts; `kOfN`: `need` of the parts must be fully attained, in proportion below that. */
export interface CombinedCriterion extends CriterionBase {
  readonly kind: 'combined';
  readonly rule: 'bestOf' | 'kOfN';
  readonly need: number;
  readonly parts: readonly QuantitativeCriterion[];
}

/** One requirement of a row (评价标准 usually holds several). */
export type Criterion = QuantitativeCriterion | JudgedCriterion | CombinedCriterion;
