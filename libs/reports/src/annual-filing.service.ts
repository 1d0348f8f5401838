import { Injectable } from '@nestjs/common';
import { daysLate } from '@shucu/calendar';
import { CentersService } from '@shucu/centers';
import { EvidenceService } from '@shucu/evidence';
import { AppError, canonicalJson, sha256, statutoryDateOf } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { AnnualFiguresService } from './annual-figures.service.js';
import {
  AnnualReport,
  AnnualReportFiling,
  type FiledEvidence,
  REPORT_SECTIONS,
  type ReportSection,
  type ReportSnapshot,
} from './annual-report.entity.js';
import { ANNUAL_REPORT_MACHINE } from './annual-report.machine.js';
import { ANNUAL_REPORT, AnnualReportsService } from './annual-reports.service.js';
import { FilingFollowUp } from './filing-follow-up.service.js';

/** Files annual reports: what is filed is frozen, and whether it was late is recorded (第十五条). */
@Injectable()
export class AnnualFilingService {
  constructor(
    private readonly reports: AnnualReportsService,
    private readonly centers: CentersService,
    private readonly figures: AnnualFiguresService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
    private readonly followUp: FilingFollowUp,
  ) {}

  /** Files a report in full, with its figures as the records stand now. Throws `annualReport.incomplete` and `annualReport.yearNotOver`. */
  async file(actor: Actor, id: string, version: number): Promise<AnnualReport> {
    const { centerId, year } = await this.reports.get(actor, id, 'file');
    await this.centers.writable(actor, centerId, 'file', 'AnnualReport');
    const { manager, tenantId } = TenantContext;
    const today = await statutoryToday(manager);
    if (today <= `${year}-12-31`) throw new AppError('annualReport.yearNotOver', { year });
    const report = await manager.findOneOrFail(AnnualReport, {
      where: { tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
    const earlier = await manager.countBy(AnnualReportFiling, { tenantId, reportId: id });
    const number = earlier + 1;
    // Whether it was late is decided by the first filing: correcting it takes the time that it takes.
    const filedOn = report.filedOn ?? today;
    const late = daysLate(report.dueOn, filedOn);
    await this.workflow.take(ANNUAL_REPORT_MACHINE, {
      ...{ id, transition: 'file', actor, version, details: { filing: number, dueOn: report.dueOn, daysLate: late } },
      change: { remarks: '[]', filed_on: filedOn, days_late: late },
    });
    refuseIncomplete(report);
    const snapshot = await this.snapshotOf(report);
    const filing = await this.write(report.id, { number, filedBy: actor.accountId, snapshot });
    const filed = await this.reports.get(actor, id);
    await this.followUp.after(filed, filing, actor);
    return filed;
  }

  /** Every filing of a report, the first one first. */
  filingsOf(reportId: string): Promise<AnnualReportFiling[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(AnnualReportFiling, { where: { tenantId, reportId }, order: { number: 'ASC' } });
  }

  private async snapshotOf({ id, centerId, year, texts }: AnnualReport): Promise<ReportSnapshot> {
    const { center, lead } = await this.centers.withOrganizations(await this.centers.byId(centerId));
    const cited = await this.evidence.of(ANNUAL_REPORT, [id]);
    return {
      ...{ center: center.name, lead: lead.name, year, texts },
      figures: await this.figures.of(center, year),
      evidence: cited.map(
        ({ fileId, name, bytes, sha256: hash, uploadedAt }): FiledEvidence => ({
          ...{ fileId, name, bytes, sha256: hash },
          uploadedOn: statutoryDateOf(uploadedAt),
        }),
      ),
    };
  }

  private async write(
    reportId: string,
    { number, filedBy, snapshot }: Pick<AnnualReportFiling, 'number' | 'filedBy' | 'snapshot'>,
  ): Promise<AnnualReportFiling> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO annual_report_filing (tenant_id, report_id, number, filed_by, snapshot, snapshot_hash)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [tenantId, reportId, number, filedBy, JSON.stringify(snapshot), sha256(canonicalJson(snapshot))],
    );
    return manager.findOneByOrFail(AnnualReportFiling, { tenantId, reportId, number });
  }
}

function refuseIncomplete({ texts }: AnnualReport): void {
  const empty = (Object.keys(REPORT_SECTIONS) as ReportSection[]).filter((section) => !texts[section]);
  if (empty.length === 0) return;
  const faults = empty.map((section) => ({
    field: section,
    rule: 'required',
    message: `请填写“${REPORT_SECTIONS[section]}”`,
  }));
  throw new AppError('annualReport.incomplete', { count: empty.length }, faults);
}
