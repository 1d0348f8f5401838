import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, claimableValues } from '@shucu/applications';
import { AppError, type FieldFault } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { WorkflowService } from '@shucu/workflow';
import type { VerifiedItem } from '../application-review.entity.js';
import { validReview, visitsOf, writeReview } from '../reviews.repository.js';
import { firstStageOf, refuseOtherState, StageGuard } from '../stage-guard.service.js';
import { openVerifications, verificationFaults } from './verification-faults.js';

/** What an office has verified so far. */
export interface PreliminaryContent {
  readonly items: readonly VerifiedItem[];
  readonly opinion: string | null;
}

/** The first look at an application (初审, 第十一条): each stated value verified, and an opinion. */
@Injectable()
export class PreliminaryReviewsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
  ) {}

  /** Saves it as far as it is, in place of what was saved before. Throws `validation.failed` and `review.notAtStage`. */
  async save(actor: Actor, id: string, version: number, content: PreliminaryContent): Promise<void> {
    const application = await this.guard.enter(actor, id, 'review', version);
    refuseOtherState(application, firstStageOf(application), '办理初审');
    const values = claimableValues(this.plugins.get(application.category), application.variant);
    const faults = verificationFaults(application, values, content.items);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    await writeReview(application, 'preliminary', actor.accountId, content);
    const details = { submission: application.submissions, items: content.items.length };
    await this.workflow.record(APPLICATION_MACHINE, {
      ...{ id, actor, event: 'preliminaryReview', article: '第十一条', details },
    });
  }

  /** Throws `review.incomplete` with everything that is left to do before the application can be recommended. */
  async refuseIncomplete({ id, category, variant }: Application): Promise<void> {
    const review = await validReview(id, 'preliminary');
    const items = (review?.items ?? []) as readonly VerifiedItem[];
    const faults = openVerifications(claimableValues(this.plugins.get(category), variant), items);
    if (!review?.opinion) faults.push(NO_OPINION);
    if (!(await visitsOf(id)).some(({ voidedAt }) => voidedAt === null)) faults.push(NO_VISIT);
    if (faults.length > 0) throw new AppError('review.incomplete', { count: faults.length }, faults);
  }
}

const NO_OPINION: FieldFault = {
  field: 'opinion',
  rule: 'required',
  message: '请填写初审意见',
  en: 'Write the opinion of the preliminary review',
};

const NO_VISIT: FieldFault = {
  field: 'visits',
  rule: 'required',
  message: '请先进行现场查看并记录（第十一条）',
  en: 'Visit the site and record it first (article 11)',
};
