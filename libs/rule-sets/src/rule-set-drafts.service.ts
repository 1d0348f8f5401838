import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, type IsoDate, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import { differencesOf } from './differences/differences.js';
import { lockDocument, lockedRuleSet } from './locked-rule-set.js';
import { faultsOfOverrides, refuseFaults } from './override-faults.js';
import type { RuleParameters } from './rule-parameters.js';
import { type Articles, type RuleOverrides, RuleSet } from './rule-set.entity.js';
import { RULE_SET_MACHINE } from './rule-set.machine.js';

/** What of a draft can be changed; each part is replaced as a whole. */
export interface RuleSetContent {
  readonly title: string;
  readonly issuedOn: IsoDate;
  readonly validThrough: IsoDate;
  readonly parameters: RuleParameters;
  readonly overrides: RuleOverrides;
  readonly articles: Articles;
}

export interface NewRuleSet extends RuleSetContent {
  readonly documentNumber: string;
}

/** Columns of the parts, which are objects where the database keeps JSON. */
const COLUMNS: Readonly<Record<keyof RuleSetContent, string>> = {
  title: 'title',
  issuedOn: 'issued_on',
  validThrough: 'valid_through',
  parameters: 'parameters',
  overrides: 'overrides',
  articles: 'articles',
};

/** Drafts of rule documents and of their revisions, until they come into force. */
@Injectable()
export class RuleSetDraftsService {
  constructor(
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
  ) {}

  /** Drafts a rule document, or the next revision of one; weights, thresholds and bands are checked against the plugins. */
  async create(actor: Actor, input: NewRuleSet): Promise<RuleSet> {
    conditionsOf(actor, 'create', 'RuleSet');
    refuseFaults(faultsOfOverrides(this.plugins, input.overrides));
    const { manager, tenantId } = TenantContext;
    await lockDocument(input.documentNumber);
    const earlier = await manager.countBy(RuleSet, { tenantId, documentNumber: input.documentNumber });
    const id = newId();
    await manager.insert(RuleSet, {
      ...input,
      tenantId,
      id,
      state: 'draft',
      version: 1,
      plugins: {},
      revision: earlier + 1,
      createdBy: actor.accountId,
    });
    await this.workflow.begin(RULE_SET_MACHINE, { id, actor, state: 'draft' });
    return manager.findOneByOrFail(RuleSet, { tenantId, id });
  }

  /**
   * Changes parts of a draft. Refuses a version that is no longer current (`conflict.stale`), telling who changed it and where the
   * caller's own figures differ from those that are there now, and a rule set that is no draft (`ruleSet.frozen`).
   */
  async change(actor: Actor, id: string, version: number, change: Partial<RuleSetContent>): Promise<RuleSet> {
    conditionsOf(actor, 'create', 'RuleSet');
    const draft = await lockedRuleSet(id);
    const wanted = { ...draft, ...change };
    const differing = differencesOf(draft, wanted, this.plugins.list());
    await refuseStale(RULE_SET_MACHINE, draft, version, differing.map(conflictOf));
    if (draft.state !== 'draft') {
      const { 'zh-CN': state, en: stateEn } = RULE_SET_MACHINE.states[draft.state].title;
      throw new AppError('ruleSet.frozen', { state, stateEn });
    }
    refuseFaults([...validityFaults(wanted), ...faultsOfOverrides(this.plugins, wanted.overrides)]);
    await this.workflow.take(RULE_SET_MACHINE, {
      id,
      transition: 'change',
      actor,
      details: { changed: differing.map(({ path }) => path) },
      change: Object.fromEntries(
        Object.entries(change).map(([name, value]) => [
          COLUMNS[name as keyof RuleSetContent],
          typeof value === 'object' ? JSON.stringify(value) : value,
        ]),
      ),
    });
    return TenantContext.manager.findOneByOrFail(RuleSet, { tenantId: draft.tenantId, id });
  }
}

function validityFaults({ issuedOn, validThrough }: RuleSetContent): FieldFault[] {
  return validThrough > issuedOn
    ? []
    : [
        {
          field: 'change.validThrough',
          rule: 'order',
          message: '应晚于发布日期',
          en: 'must be after the day of issue',
        },
      ];
}

function conflictOf({ path, title, from, to }: ReturnType<typeof differencesOf>[number]): FieldFault {
  return {
    field: `change.${path}`,
    rule: 'changed',
    message: `${title['zh-CN']}：现为 ${from?.['zh-CN'] ?? '无'}，您提交的是 ${to?.['zh-CN'] ?? '无'}`,
    en: `${title.en}: now ${from?.en ?? 'none'}, yours is ${to?.en ?? 'none'}`,
  };
}
