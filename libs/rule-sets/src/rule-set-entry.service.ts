import { Injectable } from '@nestjs/common';
import { DeadlinesService } from '@shucu/deadlines';
import { AppError, type IsoDate } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import { MoreThan, Not } from 'typeorm';
import { lockDocument, lockedRuleSet } from './locked-rule-set.js';
import { faultsOfOverrides, refuseFaults } from './override-faults.js';
import { installedVersions } from './pinned-plugins.js';
import { RuleSet } from './rule-set.entity.js';
import { RULE_SET_MACHINE } from './rule-set.machine.js';

/** Kind of the deadline with which a rule set runs out. */
const VALIDITY = 'ruleSet.validity';

/** Days before the end of the validity, so that a successor can be drafted, previewed and issued. */
const REMIND_DAYS_BEFORE = [180, 90, 30, 7];

/** How a draft is to come into force. */
export interface EntryIntoForce {
  readonly version: number;
  readonly reason: string;
  /** First day on which it counts (施行日期); today when not given. An earlier one lets it replace a rule set for past years that are not final. */
  readonly inForceFrom?: IsoDate | undefined;
  /** The dry run that was looked at. */
  readonly previewId?: string | undefined;
}

/** Refuses a draft whose consequences nobody looked at; the locked draft is given to it. */
export type PreviewCheck = (draft: RuleSet) => Promise<void>;

/** The step from a draft to rules by which the province decides (第二十条). */
@Injectable()
export class RuleSetEntryService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /**
   * Brings a draft into force, has the administrators reminded of the end of its validity, pins the installed plugins' versions and supersedes the document's earlier revision; cases keep the
   * one they began under. Refuses outside of the validity, faulty figures, an earlier revision, and what `refuseUnseen` refuses.
   */
  async enterIntoForce(actor: Actor, id: string, entry: EntryIntoForce, refuseUnseen: PreviewCheck): Promise<RuleSet> {
    conditionsOf(actor, 'enterIntoForce', 'RuleSet');
    const { manager, tenantId } = TenantContext;
    const draft = await lockedRuleSet(id);
    await refuseStale(RULE_SET_MACHINE, draft, entry.version);
    await lockDocument(draft.documentNumber);
    if (draft.state === 'draft') {
      await this.refuseUnfit(draft, entry.inForceFrom);
      await refuseUnseen(draft);
    }
    const inForceFrom = entry.inForceFrom ?? (await statutoryToday(manager));
    await this.supersede(draft, inForceFrom, entry.reason);
    await this.workflow.take(RULE_SET_MACHINE, {
      id,
      transition: 'enterIntoForce',
      actor,
      reason: entry.reason,
      details: { inForceFrom, ...(entry.previewId && { previewId: entry.previewId }) },
      change: { in_force_from: inForceFrom, plugins: JSON.stringify(installedVersions(this.plugins)) },
    });
    await this.watchValidity(draft, inForceFrom);
    return manager.findOneByOrFail(RuleSet, { tenantId, id });
  }

  private async watchValidity({ id, title, documentNumber, validThrough }: RuleSet, from: IsoDate): Promise<void> {
    await this.deadlines.set({
      kind: VALIDITY,
      subjectKind: 'ruleSet',
      subjectId: id,
      title: `《${title}》（${documentNumber}）有效期届满，此后不能再开展申报`,
      dueOn: validThrough,
      arithmetic: `自 ${from} 起施行，有效期至 ${validThrough} 24:00`,
      article: '第二十条',
      holders: [{ role: 'provinceAdministrator' }],
      remindDaysBefore: REMIND_DAYS_BEFORE,
    });
  }

  private async refuseUnfit(draft: RuleSet, wanted: IsoDate | undefined): Promise<void> {
    const { documentNumber, revision, issuedOn, validThrough, tenantId } = draft;
    const { manager } = TenantContext;
    const today = await statutoryToday(manager);
    const outside = [wanted ?? today, today].find((day) => day < issuedOn || day > validThrough);
    if (outside) throw new AppError('ruleSet.notInForce', { from: issuedOn, through: validThrough, date: outside });
    if (wanted && wanted > today) throw new AppError('ruleSet.ahead', { date: wanted, today });
    const later = await manager.findOneBy(RuleSet, {
      tenantId,
      documentNumber,
      revision: MoreThan(revision),
      state: Not('draft'),
    });
    if (later) throw new AppError('ruleSet.laterRevision', { documentNumber, revision, later: later.revision });
    refuseFaults(faultsOfOverrides(this.plugins, draft.overrides));
  }

  private async supersede(
    { tenantId, id, documentNumber, state }: RuleSet,
    from: IsoDate,
    reason: string,
  ): Promise<void> {
    if (state !== 'draft') return;
    const earlier = await TenantContext.manager.findOneBy(RuleSet, { tenantId, documentNumber, state: 'inForce' });
    if (!earlier?.inForceFrom) return;
    await this.workflow.take(RULE_SET_MACHINE, {
      id: earlier.id,
      transition: 'supersede',
      actor: null,
      reason,
      change: { superseded_on: from > earlier.inForceFrom ? from : earlier.inForceFrom, superseded_by: id },
    });
    await this.deadlines.cancel(VALIDITY, earlier.id);
  }
}
