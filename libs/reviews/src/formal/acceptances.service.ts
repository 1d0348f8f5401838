import { Injectable } from '@nestjs/common';
import {
  APPLICATION_MACHINE,
  type Application,
  ApplicationsService,
  BansService,
  claimableValues,
  ExclusionsService,
  type MeasureValues,
} from '@shucu/applications';
import { AssessmentsService } from '@shucu/assessments';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { WorkflowService } from '@shucu/workflow';
import type { VerifiedItem } from '../application-review.entity.js';
import { ReviewMessagesService } from '../messages/review-messages.service.js';
import { statedValue } from '../preliminary/verification-faults.js';
import { concludeReviews, validReview } from '../reviews.repository.js';
import { StageEndingService } from '../stage-ending.service.js';
import { StageGuard } from '../stage-guard.service.js';
import { FormalReviewsService } from './formal-reviews.service.js';

/** The end of a formal review that an application passes: the experts' assessment begins (第十二条). */
@Injectable()
export class AcceptancesService {
  constructor(
    private readonly guard: StageGuard,
    private readonly reviews: FormalReviewsService,
    private readonly applications: ApplicationsService,
    private readonly bans: BansService,
    private readonly exclusions: ExclusionsService,
    private readonly plugins: PluginRegistry,
    private readonly assessments: AssessmentsService,
    private readonly workflow: WorkflowService,
    private readonly ending: StageEndingService,
    private readonly messages: ReviewMessagesService,
  ) {}

  /**
   * Accepts the application and opens its assessment with what was claimed and verified. Throws `review.incomplete`,
   * `review.ownRecommendation`, and what has come to stand against it since: `application.leadBanned`, `application.excluded`.
   */
  async accept(
    actor: Actor,
    id: string,
    { version, reason }: { version: number; reason?: string | undefined },
  ): Promise<void> {
    const application = await this.guard.enter(actor, id, 'accept', version);
    await this.guard.refuseRecommender(actor, application);
    const details = { submission: application.submissions };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition: 'accept', actor, reason, details });
    await this.reviews.refuseIncomplete(application);
    await this.bans.refuse(await this.applications.leadOf(application));
    await this.exclusions.refuse(application);
    await concludeReviews(id, ['preliminary', 'formal']);
    await this.ending.meet(application);
    await this.openAssessment(actor, application);
    await this.messages.accepted(application);
  }

  private async openAssessment(actor: Actor, application: Application): Promise<void> {
    const { id, centerId, year, ruleSetId } = application;
    const items = ((await validReview(id, 'preliminary'))?.items ?? []) as readonly VerifiedItem[];
    await this.assessments.open(actor, {
      ...{ centerId, year, ruleSetId, purpose: 'application' },
      claimed: this.claimed(application),
      verified: Object.fromEntries(items.map(({ measure, verified }) => [measure, verified])),
    });
  }

  private claimed(application: Application): MeasureValues {
    const values = claimableValues(this.plugins.get(application.category), application.variant);
    const stated = values.map((value) => [value.measure, statedValue(application, value)] as const);
    return Object.fromEntries(stated.filter((entry): entry is readonly [string, string] => entry[1] !== null));
  }
}
