import type { ScoredCenter } from '../criteria/criterion.types.js';
import type { DecimalInput } from '../decimal.js';
import type { Bands } from '../grading/grading.types.js';
import type { MeasureValue } from '../measure.types.js';

/** An expert group's merged judgement: 0–100 as a decimal string. */
export interface Opinion {
  readonly score: string;
  readonly opinion?: string;
}

/** `refuse`: the sheet is incomplete until every judged criterion has its score; `zero`: a missing one counts as 0. */
export type MissingOpinion = 'refuse' | 'zero';

/** A tenant's own figures for a category, kept in its rule set. */
export interface CategoryOverrides {
  /** Points by indicator id; the weights of every variant must still sum to 100. */
  readonly weights?: Readonly<Record<string, DecimalInput>>;
  /** By `indicator.criterion`. */
  readonly thresholds?: Readonly<Record<string, DecimalInput>>;
  readonly bands?: Bands;
  /** Digits to which the total is rounded half-up before it is graded; not rounded when absent. */
  readonly totalDecimals?: number;
}

/** Everything a score depends on: the same input gives the same sheet to the last digit. */
export interface ScoreInput {
  readonly center: ScoredCenter;
  readonly year: number;
  readonly measures: Readonly<Record<string, MeasureValue>>;
  /** By `indicator.criterion`; an absent key is a missing opinion. */
  readonly opinions: Readonly<Record<string, Opinion | null>>;
  readonly overrides?: CategoryOverrides;
  readonly missingOpinion: MissingOpinion;
}
