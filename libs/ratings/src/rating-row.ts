import { canonicalJson, newId, sha256 } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Rating, RatingInputs, RatingResult } from './rating.entity.js';
import type { RatingRun } from './rating-run.entity.js';
import type { CategoryResult } from './rating-scorer.js';

/** What a computation says of a center. */
export type ComputedResult = Omit<
  RatingResult,
  'pluginVersion' | 'computedAt' | 'basis' | 'correctionReason' | 'correctedBy' | 'correctedAt'
>;

/** What came of the frozen inputs, with the hashes by which a recomputation is compared; `notEvaluated` is a state, not a grade. */
export function computedResult(result: CategoryResult): ComputedResult {
  const { inputs } = result;
  const base = { inputs, inputsHash: sha256(canonicalJson(inputs)) };
  if (!result.ok) return { ...base, ...NOTHING, state: 'error', error: result.error };
  const { sheet, grade } = result;
  return {
    ...base,
    ...(grade.grade === 'notEvaluated'
      ? { state: 'notEvaluated', grade: null }
      : { state: 'rated', grade: grade.grade }),
    gradeReason: grade.reason,
    total: sheet.total,
    missingOpinions: sheet.missing.filter(({ blocking }) => blocking).length,
    sheet,
    sheetHash: sha256(canonicalJson(sheet)),
    error: null,
  };
}

/** A center that an officer does not have evaluated: what was computed stays readable and gives no grade. */
export function excluded(result: ComputedResult, reason: string): ComputedResult {
  return { ...result, state: 'notEvaluated', grade: null, gradeReason: reason, missingOpinions: 0, error: null };
}

/** The row of one center in a run; with a reason, of one that is not evaluated. */
export function ratingRow(
  run: RatingRun,
  plugin: CategoryPlugin,
  result: CategoryResult,
  exclusion: string | undefined,
): QueryDeepPartialEntity<Rating> {
  const computed = computedResult(result);
  return {
    ...(exclusion === undefined ? computed : excluded(computed, exclusion)),
    tenantId: run.tenantId,
    id: newId(),
    runId: run.id,
    year: run.year,
    centerId: result.inputs.center.id,
    firstEvaluation: isFirst(result.inputs),
    pluginId: plugin.id,
    pluginVersion: plugin.version,
    computedAt: () => 'now()',
  } as QueryDeepPartialEntity<Rating>;
}

const NOTHING = { total: null, grade: null, gradeReason: null, missingOpinions: 0, sheet: null, sheetHash: null };

function isFirst({ history }: RatingInputs): boolean {
  return history.length === 0;
}
