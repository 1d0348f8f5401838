import type { RuleContext } from '../criteria/criterion.types.js';
import { Decimal, type DecimalInput, normalDecimal } from '../decimal.js';
import type { Indicator } from '../plugin/category-plugin.types.js';
import { criterionKey } from '../plugin/indicator-table.js';
import type { ScoreInput } from './score-input.types.js';

/** One scoring: its input, with the tenant's overrides looked up before the plugin's own figures. */
export class ScoringScene {
  /** What the plugin's functions may see. */
  readonly context: RuleContext;

  constructor(readonly input: ScoreInput) {
    const { center, year, measures } = input;
    this.context = { center, year, measures };
  }

  /** Points of an indicator. */
  weightOf(indicator: Pick<Indicator, 'id' | 'weight'>): Decimal {
    return new Decimal(this.input.overrides?.weights?.[indicator.id] ?? indicator.weight);
  }

  /** Threshold of a criterion, or of a part of a combined one. */
  thresholdOf(indicatorId: string, criterion: { readonly id: string; readonly threshold: DecimalInput }): Decimal {
    const key = criterionKey(indicatorId, criterion.id);
    return new Decimal(this.input.overrides?.thresholds?.[key] ?? criterion.threshold);
  }

  /** A measure's value as a normalised decimal string, or null. */
  valueOf(measure: string): string | null {
    const value = this.input.measures[measure] ?? null;
    return value === null ? null : normalDecimal(value);
  }
}
