import { Injectable } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { contentHash, type EntryIntoForce, RuleSet, RuleSetEntryService, RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { finalRuns } from './final-runs.js';
import { RuleSetPreview, RuleSetPreviewItem } from './rule-set-preview.entity.js';
import { PREVIEW_RULE_SET } from './rule-set-previews.jobs.js';

/** A preview with what it says of every center, those first for whom something changes. */
export interface PreviewWithItems {
  readonly preview: RuleSetPreview;
  /** Whether draft and plugins are still what was previewed. */
  readonly current: boolean;
  readonly items: readonly RuleSetPreviewItem[];
}

/** Dry runs of rule sets on earlier years, and the entry into force that rests on one (domain §5, 第二十条). */
@Injectable()
export class RuleSetPreviewsService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly entry: RuleSetEntryService,
    private readonly plugins: PluginRegistry,
    private readonly outbox: OutboxService,
  ) {}

  /** Orders a dry run of a rule set as it is now; refuses a year that is not final (`ruleSet.noFinalYear`). */
  async order(actor: Actor, ruleSetId: string, year: number): Promise<RuleSetPreview> {
    conditionsOf(actor, 'create', 'RuleSetPreview');
    const rules = await this.rules.read(actor, ruleSetId);
    const run = (await finalRuns()).find((one) => one.year === year);
    if (!run) throw new AppError('ruleSet.noFinalYear', { year });
    const { manager, tenantId } = TenantContext;
    const id = newId();
    await manager.insert(RuleSetPreview, {
      ...{ tenantId, id, ruleSetId, runId: run.id, year, state: 'ordered' },
      contentHash: contentHash(rules, this.plugins),
      requestedBy: actor.accountId,
    });
    await this.outbox.enqueue(PREVIEW_RULE_SET, { previewId: id });
    return manager.findOneByOrFail(RuleSetPreview, { tenantId, id });
  }

  async get(actor: Actor, ruleSetId: string, id: string): Promise<PreviewWithItems> {
    conditionsOf(actor, 'read', 'RuleSetPreview');
    const rules = await this.rules.read(actor, ruleSetId);
    const { manager, tenantId } = TenantContext;
    const preview = await manager.findOneBy(RuleSetPreview, { tenantId, id, ruleSetId });
    if (!preview) throw new AppError('resource.notFound');
    const items = await manager.find(RuleSetPreviewItem, {
      where: { tenantId, previewId: id },
      order: { changed: 'DESC', centerName: 'ASC', centerId: 'ASC' },
    });
    return { preview, current: preview.contentHash === contentHash(rules, this.plugins), items };
  }

  /** Previews of a rule set, the newest first. */
  async list(actor: Actor, ruleSetId: string): Promise<RuleSetPreview[]> {
    conditionsOf(actor, 'read', 'RuleSetPreview');
    await this.rules.read(actor, ruleSetId);
    const { manager, tenantId } = TenantContext;
    return manager.find(RuleSetPreview, { where: { tenantId, ruleSetId }, order: { id: 'DESC' } });
  }

  /** Brings a draft into force, if its content was previewed on a final year and somebody looked; before the first such year it needs none. */
  enterIntoForce(actor: Actor, ruleSetId: string, entry: EntryIntoForce): Promise<RuleSet> {
    return this.entry.enterIntoForce(actor, ruleSetId, entry, (draft) => this.refuseUnseen(draft, entry.previewId));
  }

  private async refuseUnseen(draft: RuleSet, previewId: string | undefined): Promise<void> {
    const runs = await finalRuns();
    if (runs.length === 0) return;
    const years = runs.map(({ year }) => year).join('、');
    if (!previewId) throw new AppError('ruleSet.previewMissing', { years });
    const { manager, tenantId, id: ruleSetId } = { manager: TenantContext.manager, ...draft };
    const preview = await manager.findOneBy(RuleSetPreview, { tenantId, id: previewId, ruleSetId });
    if (!preview) throw new AppError('resource.notFound');
    if (preview.state !== 'done') throw new AppError('ruleSet.previewUnfinished');
    if (preview.contentHash !== contentHash(draft, this.plugins)) throw new AppError('ruleSet.previewOutdated');
  }
}
