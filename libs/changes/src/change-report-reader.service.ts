import { Injectable } from '@nestjs/common';
import { type CitedFile, EvidenceService } from '@shucu/evidence';
import type { Actor } from '@shucu/permissions';
import { type CaseStep, WorkflowService } from '@shucu/workflow';
import type { ChangeReport } from './change-report.entity.js';
import { CHANGE_REPORT, ChangeReportsService } from './change-reports.service.js';

/** A report with all that belongs to it. */
export interface WholeChangeReport extends ChangeReport {
  readonly evidence: readonly CitedFile[];
  readonly steps: readonly CaseStep[];
}

/** Shows change reports. */
@Injectable()
export class ChangeReportReader {
  constructor(
    private readonly reports: ChangeReportsService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Throws `resource.notFound` for a report that the actor may not read. */
  async read(actor: Actor, id: string): Promise<WholeChangeReport> {
    const report = await this.reports.get(actor, id);
    const evidence = await this.evidence.of(CHANGE_REPORT, [id]);
    return { ...report, evidence, steps: await this.workflow.steps([id]) };
  }
}
