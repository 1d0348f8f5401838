import type { DecimalInput } from '../decimal.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';

/** Results of the yearly evaluation (第十六条), best first. */
export const GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type Grade = (typeof GRADES)[number];
/** A grade, or the state of a center that was not evaluated. */
export type GradeOutcome = Grade | 'notEvaluated';

/** One end of a band; `inclusive: false` leaves the number itself out ("70分以上(不含70分)"). */
export interface BandEnd {
  readonly at: DecimalInput;
  readonly inclusive?: boolean;
}

/** A band by its lower end (included unless said otherwise); `upTo` states the upper end, which is then checked against the next band. */
export interface BandRange extends BandEnd {
  readonly upTo?: BandEnd;
}

/** Grade bands over the total of 100 points; below `pass` is `fail`. */
export interface Bands {
  readonly excellent?: DecimalInput | BandRange;
  readonly good?: DecimalInput | BandRange;
  readonly pass: DecimalInput | BandRange;
}

/** A grade and the Chinese sentence that explains it. */
export interface GradeResult {
  readonly grade: GradeOutcome;
  readonly reason: string;
}

/** An earlier finalised grade of a center. */
export interface EarlierGrade {
  readonly year: number;
  readonly grade: GradeOutcome;
}

/** All sheets of one category, tenant and year, and the earlier grades by center. */
export interface Cohort {
  readonly sheets: readonly ScoreSheet[];
  readonly history: Readonly<Record<string, readonly EarlierGrade[]>>;
}

/** What a grading function sees: the cohort, and what the bands alone (with gates, floors and vetoes) would give. */
export interface CohortView extends Cohort {
  readonly byBands: Readonly<Record<string, GradeResult>>;
}

/** A pure function that grades every center of the cohort by id. */
export type CohortFunction = (cohort: CohortView) => Readonly<Record<string, GradeResult>>;

/** At most this share (0–1) or number of the evaluated centers; a tie across the line stays outside unless `ties` is `include`. */
export interface Quota {
  readonly share?: DecimalInput;
  readonly count?: number;
  readonly ties?: 'include' | 'exclude';
}

/** From total to grade: by bands, by bands with quotas by rank, or by the plugin's own function over the cohort. */
export type Grading =
  | { readonly kind: 'bands'; readonly bands: Bands }
  | {
      readonly kind: 'quota';
      readonly bands: Bands;
      readonly quotas: Readonly<Partial<Record<'excellent' | 'good', Quota>>>;
    }
  | { readonly kind: 'cohort'; readonly bands: Bands; readonly grade: CohortFunction };
