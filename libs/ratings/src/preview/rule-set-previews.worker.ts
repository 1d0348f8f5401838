import { Injectable } from '@nestjs/common';
import { describeFailure, isPermanent, type JobContext, OnJob } from '@shucu/jobs';
import { TenancyService } from '@shucu/tenancy';
import { PreviewComputationService } from './preview-computation.service.js';
import { PREVIEW_RULE_SET } from './rule-set-previews.jobs.js';

/** The job of the dry runs: one transaction that also marks the job as done. */
@Injectable()
export class RuleSetPreviewsWorker {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly computation: PreviewComputationService,
  ) {}

  @OnJob(PREVIEW_RULE_SET)
  async preview({ previewId }: { previewId: string }, context: JobContext): Promise<void> {
    try {
      await context.transaction(() => this.computation.compute(previewId));
    } catch (error) {
      if (isPermanent(error) || context.attempt >= PREVIEW_RULE_SET.attempts) {
        const failure = `试算失败，已尝试 ${context.attempt} 次（${describeFailure(error)}）；排除故障后请重新试算`;
        await this.tenancy.transaction(context.tenantId, () => this.computation.giveUp(previewId, failure));
      }
      throw error;
    }
  }
}
