import { Injectable } from '@nestjs/common';
import { CentersService } from '@shucu/centers';
import { type CitedFile, EvidenceService } from '@shucu/evidence';
import type { Actor } from '@shucu/permissions';
import { type CaseStep, WorkflowService } from '@shucu/workflow';
import { type AnnualFigures, AnnualFiguresService } from './annual-figures.service.js';
import { AnnualFilingService } from './annual-filing.service.js';
import type { AnnualReport, AnnualReportFiling } from './annual-report.entity.js';
import { ANNUAL_REPORT, AnnualReportsService } from './annual-reports.service.js';

/** A report with all that belongs to it. */
export interface WholeAnnualReport extends AnnualReport {
  /** As the records stand now while it is written, as they stood when it was filed from then on. */
  readonly figures: AnnualFigures;
  readonly evidence: readonly CitedFile[];
  readonly filings: readonly AnnualReportFiling[];
  readonly steps: readonly CaseStep[];
}

/** Shows annual reports. */
@Injectable()
export class AnnualReportReader {
  constructor(
    private readonly reports: AnnualReportsService,
    private readonly centers: CentersService,
    private readonly figures: AnnualFiguresService,
    private readonly filings: AnnualFilingService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Throws `resource.notFound` for a report that the actor may not read. */
  async read(actor: Actor, id: string): Promise<WholeAnnualReport> {
    const report = await this.reports.get(actor, id);
    const center = await this.centers.reachable(actor, report.centerId, 'read', 'AnnualReport');
    const filings = await this.filings.filingsOf(id);
    const isWritten = report.state === 'draft' || report.state === 'returned';
    const filed = isWritten ? undefined : filings.at(-1)?.snapshot.figures;
    return {
      ...report,
      filings,
      figures: filed ?? (await this.figures.of(center, report.year)),
      evidence: await this.evidence.of(ANNUAL_REPORT, [id]),
      steps: await this.workflow.steps([id]),
    };
  }
}
