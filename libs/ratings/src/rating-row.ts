import { canonicalJson, newId, sha256 } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { QueryDeepPartialEntity } from 'typeorm';
import type { Rating } from './rating.entity.js';
import type { RatingRun } from './rating-run.entity.js';
import type { CategoryResult } from './rating-scorer.js';

/** The row of one result, with the hashes by which a recomputation is compared. */
export function ratingRow(
  run: RatingRun,
  plugin: CategoryPlugin,
  result: CategoryResult,
): QueryDeepPartialEntity<Rating> {
  const { inputs } = result;
  const base = {
    tenantId: run.tenantId,
    id: newId(),
    runId: run.id,
    year: run.year,
    centerId: inputs.center.id,
    firstEvaluation: inputs.history.length === 0,
    pluginId: plugin.id,
    pluginVersion: plugin.version,
    inputs,
    inputsHash: sha256(canonicalJson(inputs)),
    computedAt: () => 'now()',
  };
  const row = result.ok
    ? {
        ...base,
        state: 'rated',
        total: result.sheet.total,
        grade: result.grade.grade,
        gradeReason: result.grade.reason,
        missingOpinions: result.sheet.missing.filter(({ blocking }) => blocking).length,
        sheet: result.sheet,
        sheetHash: sha256(canonicalJson(result.sheet)),
      }
    : { ...base, state: 'error', error: result.error };
  return row as QueryDeepPartialEntity<Rating>;
}
