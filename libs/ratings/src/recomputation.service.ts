import { Injectable } from '@nestjs/common';
import { AppError, canonicalJson, groupBy, sha256 } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { Rating } from './rating.entity.js';
import { RatingRun } from './rating-run.entity.js';
import { type CategoryResult, RatingScorer } from './rating-scorer.js';

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

  /** Recomputes one rating, with its whole category where the grade may depend on the others. */
  async recompute(ratingId: string): Promise<Recomputation> {
    const { manager, tenantId } = TenantContext;
    const rating = await manager.findOneBy(Rating, { tenantId, id: ratingId });
    if (!rating) throw new AppError('resource.notFound');
    const cohort = await manager.find(Rating, {
      where: { tenantId, runId: rating.runId, pluginId: rating.pluginId },
      order: { id: 'ASC' },
    });
    const [result] = (await this.compare(rating.runId, cohort)).filter((each) => each.ratingId === ratingId);
    if (!result) throw new Error(`Rating ${ratingId} is not in its own run`);
    return result;
  }

  /** Recomputes every rating of a run. */
  async recomputeRun(runId: string): Promise<Recomputation[]> {
    const { manager, tenantId } = TenantContext;
    const ratings = await manager.find(Rating, { where: { tenantId, runId }, order: { id: 'ASC' } });
    const byPlugin = groupBy(ratings, ({ pluginId }) => pluginId);
    const results: Recomputation[] = [];
    for (const cohort of byPlugin.values()) results.push(...(await this.compare(runId, cohort)));
    return results;
  }

  private async compare(runId: string, cohort: readonly Rating[]): Promise<Recomputation[]> {
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOneByOrFail(RatingRun, { tenantId, id: runId });
    const { overrides } = await this.rules.get(run.ruleSetId);
    const pluginId = cohort[0]?.pluginId ?? '';
    const results = await this.scorer.rate(
      pluginId,
      run.year,
      cohort.map(({ inputs }) => inputs),
      overrides[pluginId],
    );
    return cohort.map((rating, index) => this.report(rating, results[index]));
  }

  private report(rating: Rating, result: CategoryResult | undefined): Recomputation {
    const installed = this.plugins.get(rating.pluginId).version;
    const differences = [
      ...difference('plugin version', rating.pluginVersion, installed),
      ...difference('inputs', rating.inputsHash, sha256(canonicalJson(rating.inputs))),
      ...difference('state', rating.state, result?.ok ? 'rated' : 'error'),
    ];
    if (result?.ok) {
      differences.push(
        ...difference('stored sheet', rating.sheetHash, rating.sheet && sha256(canonicalJson(rating.sheet))),
        ...difference('sheet', rating.sheetHash, sha256(canonicalJson(result.sheet))),
        ...difference('total', rating.total, result.sheet.total),
        ...difference('grade', rating.grade, result.grade.grade),
      );
    }
    return { ratingId: rating.id, center: rating.inputs.center.name, identical: differences.length === 0, differences };
  }
}

function difference(what: string, stored: string | null, recomputed: string | null): string[] {
  return stored === recomputed ? [] : [`${what}: stored ${stored ?? 'none'}, recomputed ${recomputed ?? 'none'}`];
}
