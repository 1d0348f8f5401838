import { type DynamicModule, Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { AnnualDecisionsService } from './annual-decisions.service.js';
import { AnnualFiguresService } from './annual-figures.service.js';
import { AnnualFilingService } from './annual-filing.service.js';
import { AnnualReportDocument } from './annual-report-document.service.js';
import { AnnualReportReader } from './annual-report-reader.service.js';
import { AnnualReportsService } from './annual-reports.service.js';
import { ANNUAL_SWEEP, AnnualSweep, type AnnualSweepOptions } from './annual-sweep.js';
import { FilingFollowUp } from './filing-follow-up.service.js';
import { MissingReportsService } from './missing-reports.service.js';
import { OverdueReports } from './overdue-reports.js';

/** What people do with reports. */
@Module({
  imports: [CentersModule, OrganizationsModule, RuleSetsModule, EvidenceModule],
  providers: [
    AnnualReportsService,
    AnnualFiguresService,
    AnnualReportDocument,
    FilingFollowUp,
    AnnualFilingService,
    AnnualDecisionsService,
    AnnualReportReader,
    MissingReportsService,
  ],
  exports: [
    AnnualReportsService,
    AnnualFiguresService,
    AnnualFilingService,
    AnnualDecisionsService,
    AnnualReportReader,
    MissingReportsService,
  ],
})
export class ReportsModule {}

/** What the worker does with reports. */
@Module({})
export class ReportsWorkerModule {
  static forRoot(options: AnnualSweepOptions): DynamicModule {
    return {
      module: ReportsWorkerModule,
      imports: [CentersModule, RuleSetsModule, EvidenceModule],
      providers: [{ provide: ANNUAL_SWEEP, useValue: options }, AnnualReportsService, AnnualSweep, OverdueReports],
    };
  }
}
