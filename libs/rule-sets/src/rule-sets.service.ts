import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, type IsoDate, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { overrideFaults } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { RuleParameters } from './rule-parameters.js';
import { type RuleOverrides, RuleSet } from './rule-set.entity.js';

export interface NewRuleSet {
  readonly documentNumber: string;
  readonly title: string;
  readonly issuedOn: IsoDate;
  readonly validThrough: IsoDate;
  readonly parameters: RuleParameters;
  readonly overrides: RuleOverrides;
}

/** A province's rule documents and its own figures for the categories. */
@Injectable()
export class RuleSetsService {
  constructor(private readonly plugins: PluginRegistry) {}

  /** Adds a rule document, or the next revision of one; weights, thresholds and bands are checked against the plugins. */
  async create(actor: Actor, input: NewRuleSet): Promise<RuleSet> {
    conditionsOf(actor, 'create', 'RuleSet');
    const faults = this.faultsOf(input.overrides);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const { manager, tenantId } = TenantContext;
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [tenantId, input.documentNumber]);
    const earlier = await manager.countBy(RuleSet, { tenantId, documentNumber: input.documentNumber });
    const row = manager.create(RuleSet, {
      ...input,
      tenantId,
      id: newId(),
      revision: earlier + 1,
      createdBy: actor.accountId,
    });
    await manager.insert(RuleSet, row);
    return row;
  }

  list(): Promise<RuleSet[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(RuleSet, { where: { tenantId }, order: { issuedOn: 'DESC', revision: 'DESC' } });
  }

  get(id: string): Promise<RuleSet> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(RuleSet, { tenantId, id });
  }

  /** The rule set in force on a day: the newest revision of the newest document that covers it. Refuses where there is none. */
  async inForceOn(date: IsoDate): Promise<RuleSet> {
    const { manager, tenantId } = TenantContext;
    const found = await manager
      .createQueryBuilder(RuleSet, 'rules')
      .where('rules.tenant_id = :tenantId AND :date BETWEEN rules.issued_on AND rules.valid_through', {
        tenantId,
        date,
      })
      .orderBy('rules.issued_on', 'DESC')
      .addOrderBy('rules.revision', 'DESC')
      .addOrderBy('rules.id', 'DESC')
      .limit(1)
      .getOne();
    if (!found) throw new AppError('ruleSet.none', { date });
    return found;
  }

  private faultsOf(overrides: RuleOverrides): FieldFault[] {
    return Object.entries(overrides).flatMap(([category, own]) => {
      const plugin = this.plugins.find(category);
      if (!plugin) {
        const known = this.plugins
          .list()
          .map(({ id }) => id)
          .join('、');
        return [{ field: `overrides.${category}`, rule: 'oneOf', message: `没有类别“${category}”，可用：${known}` }];
      }
      return overrideFaults(plugin, own).map(({ path, message }) => ({
        field: path.replace(/^overrides/, `overrides.${category}`),
        rule: 'override',
        message,
      }));
    });
  }
}
