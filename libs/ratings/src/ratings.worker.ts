import { Injectable } from '@nestjs/common';
import { describeFailure, isPermanent, type JobContext, OnJob } from '@shucu/jobs';
import { TenancyService } from '@shucu/tenancy';
import { RatingComputationService } from './rating-computation.service.js';
import { RatingReportService } from './rating-report.service.js';
import { COMPUTE_RATINGS, ISSUE_RATING_REPORTS, TELL_PUBLICATION } from './ratings.jobs.js';
import { PublicationService } from './summary/publication.service.js';

/** The jobs of the ratings. Each is one transaction that also marks the job as done. */
@Injectable()
export class RatingsWorker {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly computation: RatingComputationService,
    private readonly reports: RatingReportService,
    private readonly publication: PublicationService,
  ) {}

  @OnJob(COMPUTE_RATINGS)
  async compute({ runId, computation }: { runId: string; computation: number }, context: JobContext): Promise<void> {
    try {
      await context.transaction(() => this.computation.compute(runId, computation));
    } catch (error) {
      if (isPermanent(error) || context.attempt >= COMPUTE_RATINGS.attempts) {
        const failure = `计算失败，已尝试 ${context.attempt} 次（${describeFailure(error)}）；排除故障后可以重新计算`;
        await this.tenancy.transaction(context.tenantId, () => this.computation.giveUp(runId, computation, failure));
      }
      throw error;
    }
  }

  @OnJob(ISSUE_RATING_REPORTS)
  async issueReports({ runId }: { runId: string }, context: JobContext): Promise<void> {
    await context.transaction(() => this.reports.issue(runId));
  }

  @OnJob(TELL_PUBLICATION)
  async tellPublication({ runId }: { runId: string }, context: JobContext): Promise<void> {
    await context.transaction(() => this.publication.follow(runId));
  }
}
