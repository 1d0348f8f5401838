import { Injectable } from '@nestjs/common';
import { groupBy } from '@shucu/kernel';
import { PluginRegistry } from '@shucu/plugin-host';
import { contentHash, RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { Rating } from '../rating.entity.js';
import { RatingScorer } from '../rating-scorer.js';
import { exclusionsOf } from '../remarks/live-remarks.js';
import { decidedItem, previewItem, type RuleSides } from './preview-item.js';
import { RuleSetPreview, RuleSetPreviewItem } from './rule-set-preview.entity.js';

/** Rows in one INSERT statement. */
const CHUNK = 250;

/** Rates a final year again, from its frozen inputs, by a draft: nothing of the year itself is touched. */
@Injectable()
export class PreviewComputationService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly plugins: PluginRegistry,
    private readonly scorer: RatingScorer,
  ) {}

  /** Does an ordered preview; one that is done, or was given up, stays as it is. */
  async compute(previewId: string): Promise<void> {
    const preview = await this.ordered(previewId);
    if (!preview) return;
    const { manager, tenantId } = TenantContext;
    const draft = await this.rules.get(preview.ruleSetId);
    const ratings = await manager.find(Rating, { where: { tenantId, runId: preview.runId }, order: { id: 'ASC' } });
    const former = await this.formerRules(preview.runId);
    const items: RuleSetPreviewItem[] = [];
    for (const [pluginId, cohort] of groupBy(ratings, (rating) => rating.pluginId)) {
      items.push(...(await this.rate(preview, pluginId, cohort, { draft, former })));
    }
    for (let at = 0; at < items.length; at += CHUNK) {
      await manager.insert(RuleSetPreviewItem, items.slice(at, at + CHUNK) as never);
    }
    await manager.update(
      RuleSetPreview,
      { tenantId, id: previewId },
      {
        state: 'done',
        computedAt: () => 'statutory_now()',
        // The draft may have been edited since it was ordered: what counts is what was computed.
        contentHash: contentHash(draft, this.plugins),
        centers: items.length,
        changed: items.filter(({ changed }) => changed).length,
      },
    );
  }

  /** Says on the preview why it was given up, where a person sees it. */
  async giveUp(previewId: string, failure: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.update(RuleSetPreview, { tenantId, id: previewId, state: 'ordered' }, { state: 'failed', failure });
  }

  private ordered(id: string): Promise<RuleSetPreview | null> {
    const { manager, tenantId } = TenantContext;
    return manager.findOne(RuleSetPreview, {
      where: { tenantId, id, state: 'ordered' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private formerRules(runId: string): Promise<RuleSet> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(RuleSet, 'rules')
      .innerJoin('rating_run', 'run', 'run.tenant_id = rules.tenant_id AND run.rule_set_id = rules.id')
      .where('run.tenant_id = :tenantId AND run.id = :runId', { tenantId, runId })
      .getOneOrFail();
  }

  private async rate(
    { id: previewId, runId, year }: RuleSetPreview,
    pluginId: string,
    cohort: readonly Rating[],
    { draft, former }: RuleSides,
  ): Promise<RuleSetPreviewItem[]> {
    const { missingOpinion } = draft.parameters;
    const inputs = cohort.map((rating) => ({ ...rating.inputs, missingOpinion }));
    const results = await this.scorer.rate(pluginId, year, inputs, draft.overrides[pluginId]);
    const plugin = this.plugins.get(pluginId);
    const excluded = await exclusionsOf(runId);
    return cohort.map((rating, index) =>
      excluded.has(rating.centerId) || rating.basis === 'stated'
        ? decidedItem(previewId, rating)
        : previewItem(previewId, rating, results[index], { plugin, draft, former }),
    );
  }
}
