import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center, CentersService } from '@shucu/centers';
import { EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError, canonicalJson, type FieldFault, type IsoDate, newId } from '@shucu/kernel';
import { type Action, type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { ChangeCheck } from './change-check.service.js';
import { ChangeDeadlines } from './change-deadlines.service.js';
import { type ChangeContent, type ChangeKind, ChangeReport } from './change-report.entity.js';
import { CHANGE_REPORT_MACHINE } from './change-report.machine.js';

/** The kind of deadline, and of row that cites evidence. */
export const CHANGE_REPORT = 'changeReport';

/** What an operator says of a change. */
interface ChangeStatement {
  readonly effectiveOn: IsoDate;
  readonly description: string;
  readonly content: ChangeContent;
  /** Ids of files. */
  readonly evidence: readonly string[];
}

export interface NewChangeReport extends ChangeStatement {
  readonly centerId: string;
  readonly kind: ChangeKind;
}

/** What of a report may be corrected before it is filed (again). */
export type ChangeCorrection = { readonly [Field in keyof ChangeStatement]?: ChangeStatement[Field] | undefined };

export interface ChangeReportPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly centerId?: string | undefined;
  readonly state?: string | undefined;
}

/** Change reports (第十八条) as their center's operators write them. */
@Injectable()
export class ChangeReportsService {
  constructor(
    private readonly centers: CentersService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
    private readonly deadlines: ChangeDeadlines,
    private readonly check: ChangeCheck,
  ) {}

  /** Begins a report of a change that has happened; its deadline runs from the change. Throws `change.future`. */
  async begin(actor: Actor, { evidence, ...input }: NewChangeReport): Promise<ChangeReport> {
    const center = await this.centers.writable(actor, input.centerId, 'update', 'ChangeReport');
    await this.check.refuseFaulty(center, input.kind, input);
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const due = await this.deadlines.reckon(input.effectiveOn);
    const row = { ...input, ...due, tenantId, id, createdBy: actor.accountId, remarks: [], version: 1 };
    await manager.insert(ChangeReport, { ...row, state: 'draft' });
    await this.workflow.begin(CHANGE_REPORT_MACHINE, { id, actor, state: 'draft' });
    await this.cite(actor, { id, ...input }, evidence);
    const report = await this.get(actor, id);
    await this.deadlines.awaitFiling(report, center);
    return report;
  }

  /** Corrects a draft or a returned report. Throws `conflict.stale` with what differs, and `report.closed`. */
  async correct(actor: Actor, id: string, version: number, correction: ChangeCorrection): Promise<ChangeReport> {
    const { centerId, kind } = await this.get(actor, id, 'update');
    const center = await this.centers.writable(actor, centerId, 'update', 'ChangeReport');
    const { manager, tenantId } = TenantContext;
    const lock = { mode: 'pessimistic_write' } as const;
    const report = await manager.findOneOrFail(ChangeReport, { where: { tenantId, id }, lock });
    await refuseStale(CHANGE_REPORT_MACHINE, report, version, differences(report, correction));
    if (report.state !== 'draft' && report.state !== 'returned') {
      const { title } = CHANGE_REPORT_MACHINE.states[report.state];
      throw new AppError('report.closed', { state: title['zh-CN'], stateEn: title.en });
    }
    const { effectiveOn, description, content } = { ...report, ...given(correction) };
    await this.check.refuseFaulty(center, kind, { effectiveOn, content });
    const due = await this.deadlines.reckon(effectiveOn);
    const change = { effectiveOn, description, content, ...due, version: version + 1 };
    await manager.update(ChangeReport, { tenantId, id }, { ...change, updatedAt: () => 'now()' });
    if (correction.evidence) await this.cite(actor, { id, centerId, effectiveOn }, correction.evidence);
    const corrected = await this.get(actor, id);
    if (corrected.filedOn === null) await this.deadlines.awaitFiling(corrected, center);
    return corrected;
  }

  /** The report that the actor may act on; otherwise it is as if it did not exist. */
  async get(actor: Actor, id: string, action: Action = 'read'): Promise<ChangeReport> {
    const found = await this.scoped(actor, action).andWhere('report.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, centerId, state }: ChangeReportPage): Promise<ChangeReport[]> {
    const query = this.scoped(actor, 'read').orderBy('report.id', 'DESC').limit(limit);
    if (after) query.andWhere('report.id < :after', { after });
    if (centerId) query.andWhere('report.center_id = :centerId', { centerId });
    if (state) query.andWhere('report.state = :state', { state });
    return query.getMany();
  }

  /** Whether the actor may read a report, and so what it cites. */
  @EvidenceSubject(CHANGE_REPORT)
  async isReadable(actor: Actor, id: string): Promise<boolean> {
    return (await this.scoped(actor, 'read').andWhere('report.id = :id', { id }).getCount()) > 0;
  }

  private cite(
    actor: Actor,
    { id, centerId, effectiveOn }: Pick<ChangeReport, 'id' | 'centerId' | 'effectiveOn'>,
    evidence: readonly string[],
  ): Promise<void> {
    const year = Number(effectiveOn.slice(0, 4));
    const place = { subjectKind: CHANGE_REPORT, subjectId: id, place: 'evidence', centerId, year };
    return this.evidence.cite(actor, place, evidence);
  }

  private scoped(actor: Actor, action: Action): SelectQueryBuilder<ChangeReport> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(ChangeReport, 'report')
      .innerJoin(Center, 'center', 'center.tenant_id = report.tenant_id AND center.id = report.center_id')
      .where('report.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, action as 'read', 'ChangeReport');
  }
}

/** What of a correction was given. */
function given({ evidence: _evidence, ...fields }: ChangeCorrection): Partial<Omit<ChangeStatement, 'evidence'>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Where what was typed is not what is there now. */
function differences(now: ChangeReport, correction: ChangeCorrection): FieldFault[] {
  return Object.entries(given(correction)).flatMap(([field, value]) => {
    const current = canonicalJson(now[field as keyof ChangeReport]);
    if (current === canonicalJson(value)) return [];
    return [{ field: `change.${field}`, rule: 'changed', message: `现为：${current}`, en: `Now: ${current}` }];
  });
}
