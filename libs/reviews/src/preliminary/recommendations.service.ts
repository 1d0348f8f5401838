import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, StageDeadlinesService } from '@shucu/applications';
import type { Actor } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import { RecommendationDocumentService } from '../documents/recommendation-document.service.js';
import { ReviewMessagesService } from '../messages/review-messages.service.js';
import { concludeReviews, writeReview } from '../reviews.repository.js';
import { StageEndingService } from '../stage-ending.service.js';
import { StageGuard } from '../stage-guard.service.js';
import { PreliminaryReviewsService } from './preliminary-reviews.service.js';

/** The bureau's recommendation to the province (推荐意见, 第十一条). */
@Injectable()
export class RecommendationsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly reviews: PreliminaryReviewsService,
    private readonly workflow: WorkflowService,
    private readonly stages: StageDeadlinesService,
    private readonly ending: StageEndingService,
    private readonly document: RecommendationDocumentService,
    private readonly messages: ReviewMessagesService,
  ) {}

  /** Recommends and issues the document; the formal review begins. Throws `review.incomplete` with what is left to do. */
  async recommend(actor: Actor, id: string, { version, reason }: { version: number; reason: string }): Promise<void> {
    const application = await this.guard.enter(actor, id, 'recommend', version);
    const details = { submission: application.submissions };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition: 'recommend', actor, reason, details });
    await this.reviews.refuseIncomplete(application);
    await writeReview(application, 'recommendation', actor.accountId, { items: [], opinion: reason });
    await concludeReviews(id, ['preliminary', 'recommendation']);
    await this.ending.meet(application);
    const recommended: Application = { ...application, state: 'formalReview' };
    const dueOn = await this.stages.begin(recommended, 'formalReview');
    await this.document.issue(application, reason);
    await this.messages.recommended(recommended, dueOn);
  }
}
