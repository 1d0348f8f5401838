import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import type { CategoryOverrides } from '../scoring/score-input.types.js';
import type { Cohort, GradeResult } from './grading.types.js';

/** Grades every sheet of a cohort: center id → grade and the Chinese reason. */
export function gradeCohort(
  plugin: CategoryPlugin,
  _cohort: Cohort,
  _overrides: CategoryOverrides = {},
): Readonly<Record<string, GradeResult>> {
  throw new Error(`${plugin.id}: grading follows in the next commit`);
}
