import type { z } from 'zod';
import type { Condition } from '../criteria/condition.types.js';
import type { Criterion } from '../criteria/criterion.types.js';
import type { DecimalInput } from '../decimal.js';
import type { Grade, GradeOutcome, Grading } from '../grading/grading.types.js';
import type { LocalizedText } from '../localized-text.types.js';
import type { Measure, MeasureValue } from '../measure.types.js';
import type { CategoryOverrides, MissingOpinion, Opinion, ScoreInput } from '../scoring/score-input.types.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';
import type { ServiceArea } from '../vocabulary/service-areas.js';
import type { VocabularyAdditions } from '../vocabulary/vocabulary.types.js';

/** A row of the rule document's table (评价指标): title and standard are its words. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  /** 评价标准, word for word. */
  readonly standard: string;
  /** Points out of 100. */
  readonly weight: DecimalInput;
  /** Kinds of evidence that a center should attach, ids of the vocabulary. */
  readonly evidence: readonly string[];
  readonly criteria: readonly Criterion[];
}

/** A group must reach a share (0–1) of its points, or the grade is at most `otherwise`. */
export interface GroupFloor {
  readonly share: DecimalInput;
  readonly otherwise: Grade;
}

/** Rows under one 评价项目; `variants` limits them to some variants of the category. */
export interface IndicatorGroup {
  readonly id: string;
  readonly title: string;
  readonly variants?: readonly string[];
  readonly floor?: GroupFloor;
  /** A group with no points at all makes the grade `fail`. */
  readonly veto: boolean;
  readonly indicators: readonly Indicator[];
}

/** Points taken from the total by a measure above `above`: `points` for each unit or once, at most `cap`. */
export interface Deduction {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly unit: string;
  readonly points: DecimalInput;
  readonly above: DecimalInput;
  readonly once: boolean;
  readonly cap?: DecimalInput;
}

/** `pass`: any condition lifts the grade to at least pass; `fail`: a condition that does not hold makes it fail. */
export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly effect: 'pass' | 'fail';
  readonly conditions: readonly Condition[];
}

/** A type of the category with its own rows, e.g. the four of 功能类. */
export interface CategoryVariant {
  readonly id: string;
  readonly title: LocalizedText;
}

/** Limits and rounding of the total before it is graded; by default at least 0, no upper limit, not rounded. */
export interface TotalRule {
  readonly min?: DecimalInput;
  readonly max?: DecimalInput;
  readonly decimals?: number;
}

/** What the declarative words cannot say: gets the sheet they give and returns the one that counts. */
export interface CustomScoring {
  readonly uses: readonly string[];
  readonly score: (draft: ScoreSheet, input: ScoreInput) => ScoreSheet;
}

/** A golden case: given figures and opinions, the total (and grade and scores) must come out to the last digit. */
export interface GoldenExample {
  readonly name: string;
  readonly center?: { readonly variant?: string; readonly industry?: string; readonly region?: string };
  readonly measures: Readonly<Record<string, MeasureValue>>;
  /** By `indicator.criterion`; a plain decimal string is a score without an opinion. */
  readonly opinions: Readonly<Record<string, Opinion | string | null>>;
  readonly missingOpinion?: MissingOpinion;
  readonly overrides?: CategoryOverrides;
  readonly expected: {
    readonly total: string;
    readonly grade?: GradeOutcome;
    readonly indicators?: Readonly<Record<string, string>>;
  };
}

/** What a plugin's author writes. */
export interface CategoryPluginDefinition {
  readonly id: string;
  readonly version: string;
  /** Range of SDK versions (semver), checked by the host. */
  readonly sdk: string;
  readonly title: LocalizedText;
  /** The rule document and the part of its annex that this category follows. */
  readonly source: { readonly document: string; readonly annex: string };
  readonly vocabulary?: VocabularyAdditions;
  /** Service areas that the plan of a center must cover (第六条); one at the least, whichever it is, when none is named. */
  readonly requiredServiceAreas?: readonly ServiceArea[];
  readonly measures: Readonly<Record<string, Measure>>;
  readonly variants?: readonly CategoryVariant[];
  readonly groups: readonly IndicatorGroup[];
  readonly deductions?: readonly Deduction[];
  readonly gates?: readonly Gate[];
  readonly total?: TotalRule;
  readonly scoring?: CustomScoring;
  readonly grading: Grading;
  /** Yearly figures a center declares: numbers or yes/no, each with a Chinese title in its meta data. */
  readonly facts: z.ZodObject;
  /** Template kind → file URL. */
  readonly templates: Readonly<Record<string, string>>;
  readonly examples: readonly GoldenExample[];
}

/** A checked plugin, frozen in depth. */
export type CategoryPlugin = Required<Omit<CategoryPluginDefinition, 'scoring'>> &
  Readonly<Pick<CategoryPluginDefinition, 'scoring'>>;
