import { Injectable } from '@nestjs/common';
import { AppError, canonicalJson, groupBy, sha256 } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { cohortAsOf, type RatingThen } from './cohort-as-of.js';
import { Rating, type RatingState } from './rating.entity.js';
import { computedResult } from './rating-row.js';
import { RatingRun } from './rating-run.entity.js';
import { type CategoryResult, RatingScorer } from './rating-scorer.js';
import { exclusionsOf } from './remarks/live-remarks.js';

/** Whether a rating comes out again from its frozen inputs, and if not, what differs. */
export interface Recomputation {
  readonly ratingId: string;
  readonly center: string;
  readonly identical: boolean;
  readonly differences: readonly string[];
}

/** Recomputes ratings from their frozen inputs: the result must be identical to the last digit (domain §5). */
@Injectable()
export class RecomputationService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly scorer: RatingScorer,
  ) {}

  /** Recomputes one rating, with its whole category as it was then, where the grade may depend on the others. */
  async recompute(ratingId: string): Promise<Recomputation> {
    const { manager, tenantId } = TenantContext;
    const rating = await manager.findOneBy(Rating, { tenantId, id: ratingId });
    if (!rating) throw new AppError('resource.notFound');
    const [result] = await this.compare([rating]);
    if (!result) throw new Error(`Rating ${ratingId} is not in its own run`);
    return result;
  }

  /** Recomputes every rating of a run, each in the version that counts now. */
  async recomputeRun(runId: string): Promise<Recomputation[]> {
    const { manager, tenantId } = TenantContext;
    const ratings = await manager.find(Rating, { where: { tenantId, runId }, order: { id: 'ASC' } });
    const together = groupBy(ratings, ({ pluginId, computedAt }) => `${pluginId} ${computedAt.toISOString()}`);
    const results: Recomputation[] = [];
    for (const wanted of together.values()) results.push(...(await this.compare(wanted)));
    return results;
  }

  /** Ratings of one category that were computed at one moment. */
  private async compare(wanted: readonly Rating[]): Promise<Recomputation[]> {
    const [first] = wanted;
    if (!first) return [];
    const { manager, tenantId } = TenantContext;
    const { pluginId, runId, year } = first;
    const run = await manager.findOneByOrFail(RatingRun, { tenantId, id: runId });
    const { overrides } = await this.rules.get(run.ruleSetId);
    const cohort = await cohortAsOf(first, first.computedAt);
    const inputs = cohort.map((rating) => rating.inputs);
    const results = await this.scorer.rate(pluginId, year, inputs, overrides[pluginId]);
    const excluded = await exclusionsOf(runId);
    const ids = new Set(wanted.map(({ id }) => id));
    return cohort.flatMap((rating, index) =>
      ids.has(rating.id) ? [this.report(rating, results[index], excluded.has(rating.inputs.center.id))] : [],
    );
  }

  private report(rating: RatingThen, result: CategoryResult | undefined, isExcluded: boolean): Recomputation {
    const installed = this.plugins.get(rating.pluginId).version;
    // What an officer stated, or had not evaluated, is no result of a computation: only what it rests on is.
    const isDecided = isExcluded || rating.basis === 'stated';
    const differences = [
      ...difference('plugin version', rating.pluginVersion, installed),
      ...difference('inputs', rating.inputsHash, sha256(canonicalJson(rating.inputs))),
    ];
    if (!isDecided) differences.push(...difference('state', rating.state, stateOf(result)));
    if (result?.ok) {
      const computed = computedResult(result);
      differences.push(
        ...difference('stored sheet', rating.sheetHash, rating.sheet && sha256(canonicalJson(rating.sheet))),
        ...difference('sheet', rating.sheetHash, computed.sheetHash),
      );
      if (rating.basis !== 'stated') differences.push(...difference('total', rating.total, computed.total));
      if (!isDecided) differences.push(...difference('grade', rating.grade, computed.grade));
    }
    return { ratingId: rating.id, center: rating.inputs.center.name, identical: differences.length === 0, differences };
  }
}

function stateOf(result: CategoryResult | undefined): RatingState {
  return result ? computedResult(result).state : 'error';
}

function difference(what: string, stored: string | null, recomputed: string | null): string[] {
  return stored === recomputed ? [] : [`${what}: stored ${stored ?? 'none'}, recomputed ${recomputed ?? 'none'}`];
}
