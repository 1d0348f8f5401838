import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { z } from 'zod';
import { type EvidenceReference, fileIdsOf } from './evidence-reference.js';
import { ReferenceFigure, YearlyFact } from './figures.entity.js';

export interface FactInput {
  readonly centerId: string;
  readonly year: number;
  readonly name: string;
  readonly value: number | boolean;
  readonly evidence: readonly EvidenceReference[];
}

export interface ReferenceInput {
  readonly name: string;
  readonly industry: string;
  readonly year: number;
  readonly value: string;
  readonly source: string;
}

/** Declared yearly facts of centers, and the province's reference data. */
@Injectable()
export class FiguresService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
    private readonly evidence: EvidenceService,
  ) {}

  /** Sets a fact that the center's category asks for, checked by the plugin's own schema. */
  async setFact(actor: Actor, { centerId, year, name, value, evidence }: FactInput): Promise<YearlyFact> {
    const center = await this.centers.writable(actor, centerId, 'create', 'YearlyFact');
    this.checkFact(center.category, name, value);
    const { manager, tenantId } = TenantContext;
    const key = { tenantId, centerId, year, name };
    await manager.query(
      `INSERT INTO yearly_fact (tenant_id, center_id, year, name, value, evidence, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (tenant_id, center_id, year, name) DO UPDATE
       SET value = excluded.value, evidence = excluded.evidence, created_by = excluded.created_by,
           version = yearly_fact.version + 1, updated_at = now()`,
      [tenantId, centerId, year, name, String(Number(value)), JSON.stringify(evidence), actor.accountId],
    );
    const place = { subjectKind: 'yearlyFact', subjectId: centerId, place: `${year}.${name}`, centerId, year };
    await this.evidence.cite(actor, place, fileIdsOf(evidence));
    return manager.findOneByOrFail(YearlyFact, key);
  }

  async facts(actor: Actor, centerId: string, year?: number): Promise<YearlyFact[]> {
    await this.centers.reachable(actor, centerId, 'read', 'YearlyFact');
    const { manager, tenantId } = TenantContext;
    return manager.find(YearlyFact, {
      where: { tenantId, centerId, ...(year && { year }) },
      order: { year: 'DESC', name: 'ASC' },
    });
  }

  /** The facts of a center share its id: whoever may read one of them may read all. */
  @EvidenceSubject('yearlyFact')
  async mayReadFacts(actor: Actor, centerId: string): Promise<boolean> {
    return (await this.centers.reachable(actor, centerId, 'read', 'YearlyFact')) !== null;
  }

  async setReference(actor: Actor, input: ReferenceInput): Promise<ReferenceFigure> {
    conditionsOf(actor, 'create', 'ReferenceFigure');
    const { manager, tenantId } = TenantContext;
    await manager.upsert(ReferenceFigure, { ...input, tenantId, createdBy: actor.accountId }, [
      'tenantId',
      'name',
      'industry',
      'year',
    ]);
    const { name, industry, year } = input;
    return manager.findOneByOrFail(ReferenceFigure, { tenantId, name, industry, year });
  }

  references(year?: number): Promise<ReferenceFigure[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(ReferenceFigure, {
      where: { tenantId, ...(year && { year }) },
      order: { year: 'DESC', name: 'ASC', industry: 'ASC' },
    });
  }

  private checkFact(category: string, name: string, value: number | boolean): void {
    const { facts } = this.plugins.get(category);
    const schema = Object.hasOwn(facts.shape, name) ? facts.shape[name] : undefined;
    if (!schema) {
      const message = `该类别没有填报项“${name}”，可用：${Object.keys(facts.shape).join('、')}`;
      throw new AppError('validation.failed', { count: 1 }, [{ field: 'name', rule: 'oneOf', message }]);
    }
    const parsed = z.safeParse(schema, value);
    if (parsed.success) return;
    const faults = parsed.error.issues.map(({ code, message }) => ({ field: 'value', rule: code, message }));
    throw new AppError('validation.failed', { count: faults.length }, faults);
  }
}
