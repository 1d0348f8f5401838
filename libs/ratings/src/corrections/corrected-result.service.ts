import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import type { ScoreSheet } from '@shucu/plugin-sdk';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { In, Not } from 'typeorm';
import { Rating } from '../rating.entity.js';
import { RatingInputsService } from '../rating-inputs.service.js';
import { computedResult } from '../rating-row.js';
import type { RatingRun } from '../rating-run.entity.js';
import { RatingScorer } from '../rating-scorer.js';
import type { NewVersion } from './replace-version.js';
import type { StatedResult } from './stated-result.js';

type CorrectedResult = Omit<NewVersion, 'reason' | 'basis'>;

/** What a corrected rating says: computed again, or stated by an officer. */
@Injectable()
export class CorrectedResultService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly inputs: RatingInputsService,
    private readonly scorer: RatingScorer,
  ) {}

  /** From what is recorded by now, among the sheets of the others as they count now. Throws `rating.correctionFails`, `rating.unchanged`. */
  async computed(former: Rating, run: RatingRun): Promise<CorrectedResult> {
    const { pluginId } = former;
    const inputs = await this.inputs.freezeAgain(run, pluginId, former.inputs);
    const { overrides } = await this.rules.get(run.ruleSetId);
    const others = await this.others(former);
    const result = computedResult(await this.scorer.rateAgain(pluginId, inputs, others, overrides[pluginId]));
    if (result.error) throw new AppError('rating.correctionFails', { reason: result.error.message });
    if (result.missingOpinions > 0) {
      throw new AppError('rating.correctionFails', { reason: result.gradeReason ?? '' });
    }
    const isSame = result.state === former.state && result.grade === former.grade && result.total === former.total;
    if (isSame && result.inputsHash === former.inputsHash) throw new AppError('rating.unchanged');
    return { ...result, pluginVersion: this.plugins.get(pluginId).version };
  }

  /** What the officer states; inputs and sheet stay, as they are what was computed. Throws `rating.unchanged`. */
  stated(
    former: Rating,
    { outcome, total = former.total ?? undefined }: StatedResult,
    reason: string,
  ): CorrectedResult {
    const { pluginVersion, inputs, inputsHash, sheet, sheetHash, missingOpinions } = former;
    const kept = {
      pluginVersion,
      inputs,
      inputsHash,
      sheet,
      sheetHash,
      missingOpinions,
      error: null,
      gradeReason: reason,
    };
    const isRated = outcome !== 'notEvaluated';
    const grade = isRated ? outcome : null;
    if (former.state !== 'error' && former.grade === grade && former.total === (total ?? null)) {
      throw new AppError('rating.unchanged');
    }
    if (isRated && (total === undefined || !sheet)) {
      throw new AppError('rating.correctionFails', { reason: '该中心没有得分，不能只写等级' });
    }
    return { ...kept, grade, total: total ?? null, state: isRated ? 'rated' : 'notEvaluated' };
  }

  /** Only where a grade depends on the whole category are the others needed. */
  private async others({ id, runId, pluginId }: Rating) {
    if (this.plugins.get(pluginId).grading.kind === 'bands') return { sheets: [], history: {} };
    const { manager, tenantId } = TenantContext;
    const cohort = await manager.findBy(Rating, {
      ...{ tenantId, runId, pluginId, id: Not(id), state: In(['rated', 'notEvaluated']) },
    });
    return {
      sheets: cohort.flatMap(({ sheet }): ScoreSheet[] => (sheet ? [sheet] : [])),
      history: Object.fromEntries(cohort.map(({ centerId, inputs }) => [centerId, inputs.history])),
    };
  }
}
