import { Injectable } from '@nestjs/common';
import { AppError, type IsoDate } from '@shucu/kernel';
import { type Actor, scopeRows } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { type CitedArticle, citeArticle } from './article.js';
import { type Difference, differencesOf } from './differences/differences.js';
import { RuleSet, type RuleSetState } from './rule-set.entity.js';

/** A rule set with its state on a day: one in force expires with its last day (第二十条). */
export type ShownRuleSet = Omit<RuleSet, 'state'> & { readonly state: RuleSetState | 'expired' };

/** A province's rule documents and its own figures for the categories. */
@Injectable()
export class RuleSetsService {
  constructor(private readonly plugins: PluginRegistry) {}

  /** The rule sets that the actor may see, newest first, as they are today; drafts are the province's own. */
  async list(actor: Actor): Promise<ShownRuleSet[]> {
    const today = await statutoryToday(TenantContext.manager);
    const query = this.scoped(actor).orderBy('rules.issued_on', 'DESC').addOrderBy('rules.revision', 'DESC');
    return (await query.getMany()).map((rules) => ({ ...rules, state: stateOn(rules, today) }));
  }

  /** One that the actor may see, as it is today. */
  async show(actor: Actor, id: string): Promise<ShownRuleSet> {
    const rules = await this.read(actor, id);
    return { ...rules, state: stateOn(rules, await statutoryToday(TenantContext.manager)) };
  }

  /** One that the actor may see; otherwise it is as if it did not exist. */
  async read(actor: Actor, id: string): Promise<RuleSet> {
    const found = await this.scoped(actor).andWhere('rules.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** The one that a case is pinned to, whoever asks. */
  get(id: string): Promise<RuleSet> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(RuleSet, { tenantId, id });
  }

  /**
   * The rule set that was in force on a day: of the newest document that had come into force, was not yet superseded and had not
   * run out (第二十条). Refuses where there is none (`ruleSet.none`).
   */
  async inForceOn(date: IsoDate): Promise<RuleSet> {
    const found = await this.coming(date, 'rules.valid_through >= :date');
    if (!found) throw new AppError('ruleSet.none', { date });
    return found;
  }

  /**
   * The rule set in force on a day or, where the last one has run out, that one: what began under it goes on by it, until a new one
   * comes into force; only a round is not opened any more (第二十条).
   */
  async lastInForceOn(date: IsoDate): Promise<RuleSet> {
    return (
      (await this.coming(date, 'rules.valid_through < :date', 'rules.valid_through >= :date')) ?? this.inForceOn(date)
    );
  }

  /** The newest rule set that had come into force by a day and was not superseded, of the first kind there is, the last one first. */
  private async coming(date: IsoDate, ...kinds: readonly string[]): Promise<RuleSet | null> {
    const { manager, tenantId } = TenantContext;
    for (const kind of kinds.toReversed()) {
      const found = await manager
        .createQueryBuilder(RuleSet, 'rules')
        .where('rules.tenant_id = :tenantId AND rules.in_force_from <= :date', { tenantId, date })
        .andWhere('(rules.superseded_on IS NULL OR rules.superseded_on > :date)')
        .andWhere(kind)
        .orderBy('rules.issued_on', 'DESC')
        .addOrderBy('rules.revision', 'DESC')
        .addOrderBy('rules.id', 'DESC')
        .limit(1)
        .getOne();
      if (found) return found;
    }
    return null;
  }

  /** Cites an article of the rule set that a case is pinned to, e.g. `第十七条第（一）项`. */
  async articleOf(id: string, number: string): Promise<CitedArticle> {
    return citeArticle(await this.get(id), number);
  }

  /** What the rule set says otherwise than another one, in words; figures that neither overrides are the installed plugins'. */
  async differences(actor: Actor, id: string, against: string): Promise<readonly Difference[]> {
    const to = await this.read(actor, id);
    return differencesOf(await this.read(actor, against), to, this.plugins.list());
  }

  private scoped(actor: Actor): SelectQueryBuilder<RuleSet> {
    const { manager, tenantId } = TenantContext;
    const query = manager.createQueryBuilder(RuleSet, 'rules').where('rules.tenant_id = :tenantId', { tenantId });
    const released = (value: string) => `(rules.state <> 'draft') = ${value}`;
    return scopeRows(query, { released }, actor, 'read', 'RuleSet');
  }
}

function stateOn({ state, validThrough }: RuleSet, today: IsoDate): ShownRuleSet['state'] {
  return state === 'inForce' && validThrough < today ? 'expired' : state;
}
