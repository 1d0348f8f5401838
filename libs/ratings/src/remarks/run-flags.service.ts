import { Injectable } from '@nestjs/common';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { RatingRunsService } from '../rating-runs.service.js';
import { liveRemarks } from './live-remarks.js';
import type { RatingRemark } from './rating-remark.entity.js';

/** What became of the annual report of the year (第十五条); null where none was owed. */
type ReportFiling = 'filed' | 'late' | 'missing' | 'notYetDue';

/** What an officer should know of a center before deciding on a run; a hint for a person, never a verdict. */
export interface RunFlag {
  readonly centerId: string;
  readonly centerName: string;
  readonly annualReport: ReportFiling | null;
  readonly remarks: readonly RatingRemark[];
}

/** The centers of a run with what is remarkable of them. */
@Injectable()
export class RunFlagsService {
  constructor(private readonly runs: RatingRunsService) {}

  /** Every center whose report was not filed in time or that was marked, by name. */
  async of(actor: Actor, runId: string): Promise<RunFlag[]> {
    const run = await this.runs.get(actor, runId);
    return runFlags(run);
  }
}

/** As {@link RunFlagsService.of}, whoever asks. */
export async function runFlags({ id, year }: { readonly id: string; readonly year: number }): Promise<RunFlag[]> {
  const remarks = await liveRemarks(id);
  const filings = await reportFilings(id, year);
  return filings
    .map((filing) => ({ ...filing, remarks: remarks.filter(({ centerId }) => centerId === filing.centerId) }))
    .filter(({ annualReport, remarks: own }) => own.length > 0 || ['late', 'missing'].includes(annualReport ?? ''));
}

/** Of each center of the run what became of its report on the year; lateness is that of the first filing. */
function reportFilings(runId: string, year: number): Promise<Omit<RunFlag, 'remarks'>[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<Omit<RunFlag, 'remarks'>[]>(
    `SELECT center.id AS "centerId", center.name AS "centerName",
       CASE WHEN report.id IS NULL THEN NULL
         WHEN first.filed_on > report.due_on THEN 'late'
         WHEN first.filed_on IS NOT NULL THEN 'filed'
         WHEN statutory_today() > report.due_on THEN 'missing' ELSE 'notYetDue' END AS "annualReport"
     FROM rating
     JOIN center ON center.tenant_id = rating.tenant_id AND center.id = rating.center_id
     LEFT JOIN annual_report report
       ON report.tenant_id = rating.tenant_id AND report.center_id = rating.center_id AND report.year = $3
     LEFT JOIN LATERAL (SELECT min(filing.filed_on) AS filed_on FROM annual_report_filing filing
       WHERE filing.tenant_id = report.tenant_id AND filing.report_id = report.id) first ON true
     WHERE rating.tenant_id = $1 AND rating.run_id = $2 ORDER BY center.name`,
    [tenantId, runId, year],
  );
}
