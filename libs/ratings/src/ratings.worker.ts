import { Injectable } from '@nestjs/common';
import { type JobContext, OnJob } from '@shucu/jobs';
import { RatingComputationService } from './rating-computation.service.js';
import { RatingReportService } from './rating-report.service.js';
import { COMPUTE_RATINGS, ISSUE_RATING_REPORTS } from './ratings.jobs.js';

/** The jobs of the ratings. Each is one transaction that also marks the job as done. */
@Injectable()
export class RatingsWorker {
  constructor(
    private readonly computation: RatingComputationService,
    private readonly reports: RatingReportService,
  ) {}

  @OnJob(COMPUTE_RATINGS)
  async compute({ runId, computation }: { runId: string; computation: number }, context: JobContext): Promise<void> {
    await context.transaction(() => this.computation.compute(runId, computation));
  }

  @OnJob(ISSUE_RATING_REPORTS)
  async issueReports({ runId }: { runId: string }, context: JobContext): Promise<void> {
    await context.transaction(() => this.reports.issue(runId));
  }
}
