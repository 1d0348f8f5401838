import { Injectable } from '@nestjs/common';
import { ScoringRunner } from '@shucu/plugin-host';
import type { CategoryOverrides, Cohort, GradeResult, ScoreSheet } from '@shucu/plugin-sdk';
import type { RatingError, RatingInputs } from './rating.entity.js';

/** What came out for one center: a sheet with its grade, or an error. */
export type CategoryResult = { readonly inputs: RatingInputs } & (
  | { readonly ok: true; readonly sheet: ScoreSheet; readonly grade: GradeResult }
  | { readonly ok: false; readonly error: RatingError }
);

/** From frozen inputs to sheets and grades: the same for the run and for its recomputation. */
@Injectable()
export class RatingScorer {
  constructor(private readonly runner: ScoringRunner) {}

  /** Rates all centers of one category; a center whose plugin throws gets an error, the others finish. */
  async rate(
    pluginId: string,
    year: number,
    inputs: readonly RatingInputs[],
    overrides: CategoryOverrides | undefined,
  ): Promise<CategoryResult[]> {
    const scored = await this.score(pluginId, year, inputs, overrides);
    const sheets = scored.flatMap((result) => (result.ok ? [result.sheet] : []));
    const history = Object.fromEntries(inputs.map((input) => [input.center.id, input.history]));
    const graded = await this.runner.gradeAll(pluginId, { sheets, history }, overrides);
    return scored.map((result, index) => this.combine(mustAt(inputs, index), result, graded));
  }

  /** Rates one center of a category whose other sheets, and whose history, are as they are. */
  async rateAgain(
    pluginId: string,
    inputs: RatingInputs,
    others: { readonly sheets: readonly ScoreSheet[]; readonly history: Cohort['history'] },
    overrides: CategoryOverrides | undefined,
  ): Promise<CategoryResult> {
    const scored = await this.score(pluginId, inputs.year, [inputs], overrides);
    const sheets = scored.flatMap((result) => (result.ok ? [result.sheet] : []));
    const cohort = {
      sheets: [...others.sheets, ...sheets],
      history: { ...others.history, [inputs.center.id]: inputs.history },
    };
    return this.combine(inputs, mustAt(scored, 0), await this.runner.gradeAll(pluginId, cohort, overrides));
  }

  private score(
    pluginId: string,
    year: number,
    inputs: readonly RatingInputs[],
    overrides: CategoryOverrides | undefined,
  ): ReturnType<ScoringRunner['scoreAll']> {
    const centers = inputs.map(({ center, measures, opinions, missingOpinion }) => ({
      ...{ center, year, measures, opinions, missingOpinion },
      ...(overrides && { overrides }),
    }));
    return this.runner.scoreAll({ pluginId, centers });
  }

  private combine(
    inputs: RatingInputs,
    result: Awaited<ReturnType<ScoringRunner['scoreAll']>>[number],
    graded: Awaited<ReturnType<ScoringRunner['gradeAll']>>,
  ): CategoryResult {
    if (!result.ok) return { inputs, ok: false, error: result.error };
    if (!graded.ok) return { inputs, ok: false, error: graded.error };
    const grade = graded.grades[inputs.center.id];
    if (!grade) return { inputs, ok: false, error: { code: 'plugin.noGrade', message: '类别插件没有给出等级' } };
    return { inputs, ok: true, sheet: result.sheet, grade };
  }
}

function mustAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`No item ${index}`);
  return item;
}
