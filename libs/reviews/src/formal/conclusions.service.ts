import { Injectable } from '@nestjs/common';
import {
  APPLICATION_MACHINE,
  type Application,
  ApplicationsService,
  BansService,
  ExclusionsService,
} from '@shucu/applications';
import { AssessmentsService, type SignedResult } from '@shucu/assessments';
import { AppError, Decimal } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { WorkflowService } from '@shucu/workflow';
import { ReviewMessagesService } from '../messages/review-messages.service.js';
import { refuseOtherState, StageGuard } from '../stage-guard.service.js';
import type { Suggestion } from './suggestion.js';

export interface ConclusionOrder {
  readonly version: number;
  readonly passed: boolean;
  readonly reason: string;
}

/** The province's decision on what the experts came to (形成评价结果, 第十二条). */
@Injectable()
export class ConclusionsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly assessments: AssessmentsService,
    private readonly rules: RuleSetsService,
    private readonly bans: BansService,
    private readonly exclusions: ExclusionsService,
    private readonly applications: ApplicationsService,
    private readonly workflow: WorkflowService,
    private readonly messages: ReviewMessagesService,
  ) {}

  /** Decides by the signed result; whether that deviates from what the score suggests is recorded. Throws `review.noResult`. */
  async conclude(actor: Actor, id: string, { version, passed, reason }: ConclusionOrder): Promise<void> {
    const application = await this.guard.enter(actor, id, 'conclude', version);
    refuseOtherState(application, ['assessment'], '确认评价结果');
    await this.guard.refuseRecommender(actor, application);
    const result = await this.resultOf(application);
    if (!result) throw new AppError('review.noResult');
    if (passed) {
      await this.bans.refuse(await this.applications.leadOf(application));
      await this.exclusions.refuse(application);
    }
    const suggestion = await this.suggestion(application, result);
    const to = passed ? 'proposed' : 'notPassed';
    const deviates = suggestion.suggested !== null && suggestion.suggested !== to;
    const { assessmentId, resultHash } = result;
    const details = { ...suggestion, deviates, assessmentId, resultHash };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition: 'conclude', actor, to, reason, details });
    await this.messages.concluded(application, to, suggestion, reason);
  }

  /** What the group signed, if it has. */
  resultOf({ centerId, year }: Pick<Application, 'centerId' | 'year'>): Promise<SignedResult | null> {
    return this.assessments.signedResult(centerId, year);
  }

  /** What the result suggests by the rule set that the application is pinned to. */
  async suggestion({ ruleSetId }: Application, { total }: Pick<SignedResult, 'total'>): Promise<Suggestion> {
    const { passScore } = (await this.rules.get(ruleSetId)).parameters.application;
    if (total === null) return { total, passScore, suggested: null };
    return { total, passScore, suggested: new Decimal(total).gte(passScore) ? 'proposed' : 'notPassed' };
  }
}
