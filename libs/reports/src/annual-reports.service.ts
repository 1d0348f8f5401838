import { Injectable } from '@nestjs/common';
import { arithmeticOf, fixedDay } from '@shucu/calendar';
import { CENTER_COLUMNS, Center, CentersService } from '@shucu/centers';
import { DeadlinesService } from '@shucu/deadlines';
import { EvidenceService, EvidenceSubject } from '@shucu/evidence';
import { AppError, type FieldFault, newId } from '@shucu/kernel';
import { type Action, type Actor, scopeRows } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import type { SelectQueryBuilder } from 'typeorm';
import { AnnualReport, REPORT_SECTIONS, type ReportSection, type ReportTexts } from './annual-report.entity.js';
import { ANNUAL_REPORT_MACHINE } from './annual-report.machine.js';

/** The kind of deadline, and of row that cites evidence. */
export const ANNUAL_REPORT = 'annualReport';

export interface AnnualReportPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly year?: number | undefined;
  readonly centerId?: string | undefined;
  readonly state?: string | undefined;
}

/** What is saved as it is typed; a text that is null is emptied. */
export type AnnualReportChange = Partial<Record<ReportSection, string | null>> & {
  readonly evidence?: readonly string[] | undefined;
};

const ARTICLE = '第十五条';

/** Annual reports (第十五条): owed by every active center, written by its operators. */
@Injectable()
export class AnnualReportsService {
  constructor(
    private readonly centers: CentersService,
    private readonly rules: RuleSetsService,
    private readonly deadlines: DeadlinesService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
  ) {}

  /**
   * The report of a center of a year, which is owed from now on where it was not: with its deadline by the rule set in force, and
   * reminders to the operators of the lead. Does so once, however often it is asked and by how many. Throws `ruleSet.none`.
   */
  async expect(centerId: string, year: number): Promise<AnnualReport> {
    const { manager, tenantId } = TenantContext;
    const found = (await this.locked(centerId, year)) ?? (await this.begin(centerId, year));
    const deadlines = await this.deadlines.of([found.id]);
    if (deadlines.some(({ state }) => state !== 'cancelled')) return found;
    const center = await manager.findOneByOrFail(Center, { tenantId, id: centerId });
    const { parameters } = await this.rules.get(found.ruleSetId);
    await this.deadlines.set({
      kind: ANNUAL_REPORT,
      subjectKind: ANNUAL_REPORT,
      subjectId: found.id,
      centerId,
      title: `${center.name}${year}年度工作报告`,
      dueOn: found.dueOn,
      arithmetic: found.arithmetic,
      article: ARTICLE,
      holders: [{ role: 'centerOperator', organizationId: center.leadOrganizationId }],
      remindDaysBefore: parameters.annualReport.remindDaysBefore,
    });
    return found;
  }

  /** Like {@link expect}, for an operator who wants to begin. Throws `annualReport.notDue` where the center owes none of that year. */
  async open(actor: Actor, centerId: string, year: number): Promise<AnnualReport> {
    const center = await this.centers.writable(actor, centerId, 'update', 'AnnualReport');
    const last = Number((await statutoryToday(TenantContext.manager)).slice(0, 4));
    const first = center.announcedOn ? Number(center.announcedOn.slice(0, 4)) : last + 1;
    if (center.status !== 'active' || year < first || year > last) {
      throw new AppError('annualReport.notDue', { year, first, last });
    }
    return this.expect(centerId, year);
  }

  /** The report that the actor may act on; otherwise it is as if it did not exist. */
  async get(actor: Actor, id: string, action: Action = 'read'): Promise<AnnualReport> {
    const found = await this.scoped(actor, action).andWhere('report.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, year, centerId, state }: AnnualReportPage): Promise<AnnualReport[]> {
    const query = this.scoped(actor, 'read').orderBy('report.id', 'DESC').limit(limit);
    if (after) query.andWhere('report.id < :after', { after });
    if (year) query.andWhere('report.year = :year', { year });
    if (centerId) query.andWhere('report.center_id = :centerId', { centerId });
    if (state) query.andWhere('report.state = :state', { state });
    return query.getMany();
  }

  /** Saves what was typed. Throws `conflict.stale` with what differs, field by field, and `report.closed` once it is filed. */
  async save(actor: Actor, id: string, version: number, change: AnnualReportChange): Promise<AnnualReport> {
    const { centerId, year } = await this.get(actor, id, 'update');
    await this.centers.writable(actor, centerId, 'update', 'AnnualReport');
    const { manager, tenantId } = TenantContext;
    const report = await manager.findOneOrFail(AnnualReport, {
      where: { tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
    const { evidence, ...typed } = change;
    await refuseStale(ANNUAL_REPORT_MACHINE, report, version, textDifferences(report.texts, typed));
    if (report.state !== 'draft' && report.state !== 'returned') {
      const { title } = ANNUAL_REPORT_MACHINE.states[report.state];
      throw new AppError('report.closed', { state: title['zh-CN'], stateEn: title.en });
    }
    if (evidence) {
      const place = { subjectKind: ANNUAL_REPORT, subjectId: id, place: 'evidence', centerId, year };
      await this.evidence.cite(actor, place, evidence);
    }
    const merged = Object.entries({ ...report.texts, ...typed }).filter(([, text]) => text !== null);
    const texts = Object.fromEntries(merged) as ReportTexts;
    await manager.update(AnnualReport, { tenantId, id }, { texts, version: version + 1, updatedAt: () => 'now()' });
    return this.get(actor, id);
  }

  /** Whether the actor may read a report, and so what it cites. */
  @EvidenceSubject(ANNUAL_REPORT)
  async isReadable(actor: Actor, id: string): Promise<boolean> {
    return (await this.scoped(actor, 'read').andWhere('report.id = :id', { id }).getCount()) > 0;
  }

  private async locked(centerId: string, year: number): Promise<AnnualReport | null> {
    const { manager, tenantId } = TenantContext;
    const lock = { mode: 'pessimistic_write' } as const;
    return manager.findOne(AnnualReport, { where: { tenantId, centerId, year }, lock });
  }

  private async begin(centerId: string, year: number): Promise<AnnualReport> {
    const { manager, tenantId } = TenantContext;
    const rules = await this.rules.lastInForceOn(await statutoryToday(manager));
    const { dueMonth, dueDay } = rules.parameters.annualReport;
    // A date that the document names is no period: it does not move off a weekend.
    const due = fixedDay([year + 1, pad(dueMonth), pad(dueDay)].join('-'), null);
    const arithmetic = arithmeticOf(due, { verb: `${year}年度工作报告`, act: '报送' }, 'zh-CN');
    const row = { tenantId, id: newId(), centerId, year, ruleSetId: rules.id, dueOn: due.end, arithmetic };
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(AnnualReport)
      .values({ ...row, state: 'draft', texts: {}, remarks: [], version: 1 })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length > 0) {
      await this.workflow.begin(ANNUAL_REPORT_MACHINE, { id: row.id, actor: null, state: 'draft' });
    }
    const found = await this.locked(centerId, year);
    if (!found) throw new Error(`Report of ${centerId} of ${year} is gone`);
    return found;
  }

  private scoped(actor: Actor, action: Action): SelectQueryBuilder<AnnualReport> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(AnnualReport, 'report')
      .innerJoin(Center, 'center', 'center.tenant_id = report.tenant_id AND center.id = report.center_id')
      .where('report.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, action as 'read', 'AnnualReport');
  }
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** Where what was typed is not what is there now. */
function textDifferences(now: ReportTexts, typed: Omit<AnnualReportChange, 'evidence'>): FieldFault[] {
  return Object.entries(typed).flatMap(([section, text]) => {
    const current = now[section as ReportSection] ?? null;
    if (current === text) return [];
    const shown = current === null ? '（空）' : current.slice(0, 200);
    const title = REPORT_SECTIONS[section as ReportSection];
    return [{ field: `change.${section}`, rule: 'changed', message: `“${title}”现为：${shown}`, en: `Now: ${shown}` }];
  });
}
