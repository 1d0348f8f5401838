import type { CategoryOverrides, Cohort, GradeResult, ScoreInput, ScoreSheet } from '@shucu/plugin-sdk';

/** Why a plugin gave no result: `plugin.threw`, `plugin.timeout`, `plugin.crashed`. */
export interface PluginFailure {
  readonly code: string;
  readonly message: string;
}

export type ScoreResult =
  | { readonly ok: true; readonly sheet: ScoreSheet }
  | { readonly ok: false; readonly error: PluginFailure };

export type GradeAllResult =
  | { readonly ok: true; readonly grades: Readonly<Record<string, GradeResult>> }
  | { readonly ok: false; readonly error: PluginFailure };

/** What the thread is asked. */
export type ThreadRequest =
  | { readonly kind: 'score'; readonly inputs: readonly ScoreInput[] }
  | { readonly kind: 'grade'; readonly cohort: Cohort; readonly overrides: CategoryOverrides | undefined };

/** What the thread answers: one message a center, or one for the cohort; the first message says that it is ready. */
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'scored'; readonly index: number; readonly result: ScoreResult }
  | { readonly kind: 'graded'; readonly result: GradeAllResult };
