import { Module } from '@nestjs/common';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { ChangeApplication } from './change-application.service.js';
import { ChangeCheck } from './change-check.service.js';
import { ChangeDeadlines } from './change-deadlines.service.js';
import { ChangeDecided } from './change-decided.service.js';
import { ChangeDecisionsService } from './change-decisions.service.js';
import { ChangeFilingService } from './change-filing.service.js';
import { ChangeReportReader } from './change-report-reader.service.js';
import { ChangeReportsService } from './change-reports.service.js';
import { ConsortiumChanges } from './consortium-changes.service.js';
import { OrganizationChanges } from './organization-changes.service.js';

/** What people do with changes. */
@Module({
  imports: [CentersModule, OrganizationsModule, RuleSetsModule, EvidenceModule],
  providers: [
    ChangeReportsService,
    ChangeReportReader,
    ChangeCheck,
    ChangeDeadlines,
    ChangeFilingService,
    ChangeDecisionsService,
    ChangeDecided,
    ChangeApplication,
    OrganizationChanges,
    ConsortiumChanges,
  ],
  exports: [ChangeReportsService, ChangeReportReader, ChangeFilingService, ChangeDecisionsService],
})
export class ChangesModule {}

/** What the worker does with changes: nothing but what it does with every deadline. */
@Module({})
export class ChangesWorkerModule {}
