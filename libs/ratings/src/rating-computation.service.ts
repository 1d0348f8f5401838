import { Injectable } from '@nestjs/common';
import { groupBy } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService, refuseOtherPlugin } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { dueCenters } from './due-centers.js';
import { Rating, type RatingInputs } from './rating.entity.js';
import { RatingInputsService } from './rating-inputs.service.js';
import { ratingRow } from './rating-row.js';
import { RatingRun } from './rating-run.entity.js';
import { RATING_RUN_MACHINE } from './rating-run.machine.js';
import { type CategoryResult, RatingScorer } from './rating-scorer.js';
import { exclusionsOf } from './remarks/live-remarks.js';

/** Rows in one INSERT statement. */
const CHUNK = 250;

/** Computes all ratings of a run in the caller's transaction: everything or nothing. */
@Injectable()
export class RatingComputationService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly inputs: RatingInputsService,
    private readonly scorer: RatingScorer,
    private readonly workflow: WorkflowService,
  ) {}

  /** Does the ordered computation; an order that is outdated, or done already, changes nothing. */
  async compute(runId: string, computation: number): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOne(RatingRun, {
      where: { tenantId, id: runId },
      lock: { mode: 'pessimistic_write' },
    });
    if (run?.state !== 'open' || run.computation !== computation) return;
    await manager.delete(Rating, { tenantId, runId });
    const centers = await dueCenters(run.year);
    const inputs = await this.inputs.freeze(run, centers);
    const exclusions = await exclusionsOf(runId);
    for (const [category, own] of groupBy(centers, ({ category }) => category)) {
      const frozen = own.map(({ id }) => mustGet(inputs, id));
      await this.rateCategory(run, category, frozen, exclusions);
    }
    await this.workflow.take(RATING_RUN_MACHINE, { id: runId, transition: 'compute', actor: null });
    await manager.update(RatingRun, { tenantId, id: runId }, { computedAt: () => 'clock_timestamp()' });
  }

  /** Says on the run that its ordered computation was given up and why, where a person sees it. */
  async giveUp(runId: string, computation: number, failure: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.update(RatingRun, { tenantId, id: runId, state: 'open', computation }, { failure });
  }

  private async rateCategory(
    run: RatingRun,
    category: string,
    inputs: readonly RatingInputs[],
    exclusions: ReadonlyMap<string, string>,
  ): Promise<void> {
    const plugin = this.plugins.get(category);
    const rules = await this.rules.get(run.ruleSetId);
    refuseOtherPlugin(rules, plugin);
    const results: CategoryResult[] = await this.scorer.rate(category, run.year, inputs, rules.overrides[category]);
    const rows = results.map((result) => ratingRow(run, plugin, result, exclusions.get(result.inputs.center.id)));
    for (let at = 0; at < rows.length; at += CHUNK) {
      await TenantContext.manager.insert(Rating, rows.slice(at, at + CHUNK));
    }
  }
}

function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`No inputs for center ${String(key)}`);
  return value;
}
