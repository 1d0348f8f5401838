import { Module } from '@nestjs/common';
import { AssessmentsModule } from '@shucu/assessments';
import { CentersModule } from '@shucu/centers';
import { EvidenceModule } from '@shucu/evidence';
import { OrganizationsModule } from '@shucu/organizations';
import { RecordsModule } from '@shucu/records';
import { RevocationsModule } from '@shucu/revocations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { ConsecutiveFailsService } from './consecutive-fails.service.js';
import { CorrectedResultService } from './corrections/corrected-result.service.js';
import { CorrectionsService } from './corrections/corrections.service.js';
import { RatingVersionsService } from './corrections/rating-versions.service.js';
import { FinalisationChecks } from './finalisation-checks.js';
import { ObjectionFilingService } from './objections/objection-filing.service.js';
import { RatingObjectionsService } from './objections/rating-objections.service.js';
import { RatingComputationService } from './rating-computation.service.js';
import { RatingInputsService } from './rating-inputs.service.js';
import { RatingReportService } from './rating-report.service.js';
import { RatingRunsService } from './rating-runs.service.js';
import { RatingScorer } from './rating-scorer.js';
import { RatingsService } from './ratings.service.js';
import { RatingsWorker } from './ratings.worker.js';
import { RecomputationService } from './recomputation.service.js';
import { RemarksService } from './remarks/remarks.service.js';
import { RunFlagsService } from './remarks/run-flags.service.js';
import { RunLifecycleService } from './run-lifecycle.service.js';
import { PublicationService } from './summary/publication.service.js';
import { TenantSummaryService } from './summary/tenant-summary.service.js';

const STEPS = [RatingRunsService, RunLifecycleService, RemarksService, RunFlagsService];
const RESULTS = [RatingsService, RatingVersionsService, CorrectionsService];
const OBJECTIONS = [RatingObjectionsService, ObjectionFilingService];

/** What people do with ratings: take the steps of a run, look at results, object to them, correct them. */
@Module({
  imports: [
    ...[AssessmentsModule, CentersModule, EvidenceModule, OrganizationsModule],
    ...[RecordsModule, RevocationsModule, RuleSetsModule],
  ],
  providers: [
    ...[...STEPS, ...RESULTS, ...OBJECTIONS],
    ...[FinalisationChecks, ConsecutiveFailsService, RatingReportService],
    ...[RatingScorer, RatingInputsService, CorrectedResultService],
  ],
  exports: [...STEPS, ...RESULTS, ...OBJECTIONS],
})
export class RatingsModule {}

/** The check that a stored rating comes out again, which needs nothing but the rules and the plugins. */
@Module({
  imports: [RuleSetsModule],
  providers: [RatingScorer, RecomputationService],
  exports: [RecomputationService],
})
export class RecomputationModule {}

/** What the worker does with ratings. */
@Module({
  imports: [AssessmentsModule, CentersModule, OrganizationsModule, RuleSetsModule],
  providers: [
    ...[RatingScorer, RatingInputsService, RatingComputationService, RatingReportService],
    ...[TenantSummaryService, PublicationService, RatingsWorker],
  ],
})
export class RatingsWorkerModule {}
