import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE } from '@shucu/applications';
import type { Actor } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import { ReviewMessagesService } from './messages/review-messages.service.js';
import { concludeReviews } from './reviews.repository.js';
import { StageEndingService } from './stage-ending.service.js';
import { StageGuard } from './stage-guard.service.js';

/** Ends applications that the bureau does not recommend or the province does not accept (第十一条、第十二条). */
@Injectable()
export class RejectionsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly workflow: WorkflowService,
    private readonly ending: StageEndingService,
    private readonly messages: ReviewMessagesService,
  ) {}

  /** Rejects it by the office that has it, with the reason that the applicant is told. */
  async reject(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
    const application = await this.guard.enter(actor, id, 'reject', version);
    if (application.state === 'formalReview') await this.guard.refuseRecommender(actor, application);
    const details = { submission: application.submissions };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition: 'reject', actor, reason, details });
    await concludeReviews(id, ['preliminary', 'formal']);
    await this.ending.meet(application);
    await this.messages.rejected(application, reason);
  }
}
