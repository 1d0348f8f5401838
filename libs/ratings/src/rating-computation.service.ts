import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '@shucu/assessments';
import type { Center } from '@shucu/centers';
import { groupBy } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { MeasureReader, PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService, refuseOtherPlugin } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { dueCenters } from './due-centers.js';
import { earlierGrades, finalisedRatings } from './grade-history.js';
import { Rating, type RatingInputs } from './rating.entity.js';
import { ratingRow } from './rating-row.js';
import { RatingRun } from './rating-run.entity.js';
import { type CategoryResult, RatingScorer } from './rating-scorer.js';

/** Rows in one INSERT statement. */
const CHUNK = 250;

/** Computes all ratings of a run in the caller's transaction: everything or nothing. */
@Injectable()
export class RatingComputationService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly measures: MeasureReader,
    private readonly organizations: OrganizationsService,
    private readonly assessments: AssessmentsService,
    private readonly rules: RuleSetsService,
    private readonly scorer: RatingScorer,
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
    const inputs = await this.freezeInputs(run, centers);
    for (const [category, own] of groupBy(centers, ({ category }) => category)) {
      await this.rateCategory(
        run,
        category,
        own.map(({ id }) => mustGet(inputs, id)),
      );
    }
    await manager.update(
      RatingRun,
      { tenantId, id: runId },
      { state: 'scoring', computedAt: () => 'clock_timestamp()' },
    );
  }

  /** Says on the run that its ordered computation was given up and why, where a person sees it. */
  async giveUp(runId: string, computation: number, failure: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.update(RatingRun, { tenantId, id: runId, state: 'open', computation }, { failure });
  }

  private async freezeInputs(run: RatingRun, centers: readonly Center[]): Promise<Map<string, RatingInputs>> {
    const { manager, tenantId } = TenantContext;
    const rules = await this.rules.get(run.ruleSetId);
    const history = await finalisedRatings(run.year - 1);
    const opinions = await this.assessments.merged(run.year);
    const regions = new Map((await this.organizations.regions()).map(({ id, divisionCode }) => [id, divisionCode]));
    const plugins = [...new Set(centers.map(({ category }) => category))].map((id) => this.plugins.get(id));
    const measures = await this.measures.read(manager, { tenantId, year: run.year, plugins });
    return new Map(
      centers.map(({ id, name, variant, industry, regionId }) => [
        id,
        {
          center: { id, name, variant, industry, region: regions.get(regionId) ?? null },
          year: run.year,
          measures: measures.get(id) ?? {},
          opinions: opinions.get(id) ?? {},
          missingOpinion: rules.parameters.missingOpinion,
          history: earlierGrades(history.get(id)),
        },
      ]),
    );
  }

  private async rateCategory(run: RatingRun, category: string, inputs: readonly RatingInputs[]): Promise<void> {
    const plugin = this.plugins.get(category);
    const rules = await this.rules.get(run.ruleSetId);
    refuseOtherPlugin(rules, plugin);
    const results: CategoryResult[] = await this.scorer.rate(category, run.year, inputs, rules.overrides[category]);
    const rows = results.map((result) => ratingRow(run, plugin, result));
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
