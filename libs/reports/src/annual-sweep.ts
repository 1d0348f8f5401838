import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DeadlinesService } from '@shucu/deadlines';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenancyService, TenantContext, TenantRounds } from '@shucu/tenancy';
import { ANNUAL_REPORT, AnnualReportsService } from './annual-reports.service.js';

export const ANNUAL_SWEEP = Symbol('AnnualSweepOptions');

export interface AnnualSweepOptions {
  /** How often centers that owe a report without having one are looked for. */
  readonly seconds: number;
}

interface OwedReport {
  readonly centerId: string;
  readonly year: number;
  readonly announced: number;
}

/**
 * Active centers without a report of this or of last year. Of last year too, as a center may have become active, or a worker been
 * stopped, just before the turn of the year.
 */
const OWED = `
  SELECT center.id AS "centerId", owed.year, extract(year FROM center.announced_on)::int AS announced
  FROM center CROSS JOIN generate_series($2::int - 1, $2::int) AS owed (year)
  LEFT JOIN annual_report report ON report.tenant_id = center.tenant_id AND report.center_id = center.id AND report.year = owed.year
  WHERE center.tenant_id = $1 AND center.status = 'active' AND extract(year FROM center.announced_on) <= owed.year
    AND (report.id IS NULL OR (report.state = 'draft' AND NOT EXISTS (
      SELECT 1 FROM deadline WHERE deadline.tenant_id = $1 AND deadline.subject_id = report.id AND deadline.state <> 'cancelled')))
  ORDER BY center.id, owed.year`;

/** Reports that nobody owes any more, as their center is no longer active. */
const NO_LONGER_OWED = `
  SELECT deadline.subject_id AS id FROM deadline
  JOIN center ON center.tenant_id = deadline.tenant_id AND center.id = deadline.center_id AND center.status <> 'active'
  WHERE deadline.tenant_id = $1 AND deadline.kind = '${ANNUAL_REPORT}' AND deadline.state = 'open'`;

/**
 * Sees to it that every active center has its report, with its deadline, of every year (第十五条): at the start of the worker and every
 * few seconds, by the database's clock. Nothing depends on anybody having announced a center in a certain way or on a timer.
 */
@Injectable()
export class AnnualSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: TenantRounds;

  constructor(
    @Inject(ANNUAL_SWEEP) { seconds }: AnnualSweepOptions,
    tenancy: TenancyService,
    private readonly reports: AnnualReportsService,
    private readonly rules: RuleSetsService,
    private readonly deadlines: DeadlinesService,
  ) {
    this.rounds = new TenantRounds(tenancy, {
      everyMs: seconds * 1_000,
      logger: new Logger('AnnualReports'),
      work: (tenantId) => tenancy.transaction(tenantId, () => this.sweep()),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  private async sweep(): Promise<void> {
    const { manager, tenantId } = TenantContext;
    for (const { id } of await manager.query<{ id: string }[]>(NO_LONGER_OWED, [tenantId])) {
      await this.deadlines.cancel(ANNUAL_REPORT, id);
    }
    const today = await statutoryToday(manager);
    const year = Number(today.slice(0, 4));
    const owed = await manager.query<OwedReport[]>(OWED, [tenantId, year]);
    if (owed.length === 0) return;
    const { dueMonth, dueDay } = (await this.rules.lastInForceOn(today)).parameters.annualReport;
    const [, month, day] = today.split('-').map(Number) as [number, number, number];
    const isOver = month > dueMonth || (month === dueMonth && day > dueDay);
    for (const { centerId, year: of, announced } of owed) {
      // What fell due before the platform knew the center is not held against it.
      if (of === year || announced === of || !isOver) await this.reports.expect(centerId, of);
    }
  }
}
