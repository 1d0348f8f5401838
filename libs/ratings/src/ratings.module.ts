import { Module } from '@nestjs/common';
import { AssessmentsModule } from '@shucu/assessments';
import { CentersModule } from '@shucu/centers';
import { OrganizationsModule } from '@shucu/organizations';
import { RecordsModule } from '@shucu/records';
import { RevocationsModule } from '@shucu/revocations';
import { RuleSetsModule } from '@shucu/rule-sets';
import { RatingComputationService } from './rating-computation.service.js';
import { RatingReportService } from './rating-report.service.js';
import { RatingRunsService } from './rating-runs.service.js';
import { RatingScorer } from './rating-scorer.js';
import { RatingsService } from './ratings.service.js';
import { RatingsWorker } from './ratings.worker.js';
import { RecomputationService } from './recomputation.service.js';
import { RunLifecycleService } from './run-lifecycle.service.js';

/** What people do with ratings: start a run, take its steps, look at results. */
@Module({
  imports: [AssessmentsModule, RecordsModule, RevocationsModule, RuleSetsModule],
  providers: [RatingScorer, RatingRunsService, RunLifecycleService, RatingsService, RecomputationService],
  exports: [RatingRunsService, RunLifecycleService, RatingsService, RecomputationService],
})
export class RatingsModule {}

/** What the worker does with ratings. */
@Module({
  imports: [AssessmentsModule, CentersModule, OrganizationsModule, RuleSetsModule],
  providers: [RatingScorer, RatingComputationService, RatingReportService, RatingsWorker],
})
export class RatingsWorkerModule {}
