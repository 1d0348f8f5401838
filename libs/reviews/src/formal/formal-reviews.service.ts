import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, type Application, ApplicationsService } from '@shucu/applications';
import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import type { CheckedItem } from '../application-review.entity.js';
import { validReview, writeReview } from '../reviews.repository.js';
import { refuseOtherState, StageGuard } from '../stage-guard.service.js';
import { type ChecklistItem, checkedFaults, checklistOf, openItems } from './checklist.js';

/** What the province has checked so far. */
export interface FormalContent {
  readonly items: readonly CheckedItem[];
  readonly opinion: string | null;
}

/** The formal review of an application by the province (形式审查, 第十二条), item by item. */
@Injectable()
export class FormalReviewsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly applications: ApplicationsService,
    private readonly workflow: WorkflowService,
  ) {}

  /** Saves it as far as it is. Throws `review.notAtStage`, `review.ownRecommendation` and `validation.failed`. */
  async save(actor: Actor, id: string, version: number, content: FormalContent): Promise<void> {
    const application = await this.guard.enter(actor, id, 'accept', version);
    refuseOtherState(application, ['formalReview'], '进行形式审查');
    await this.guard.refuseRecommender(actor, application);
    const faults = checkedFaults(await this.checklist(application), content.items);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    await writeReview(application, 'formal', actor.accountId, content);
    const details = { submission: application.submissions, items: content.items.length };
    await this.workflow.record(APPLICATION_MACHINE, {
      ...{ id, actor, event: 'formalReview', article: '第十二条', details },
    });
  }

  /** What there is to check. */
  async checklist(application: Application): Promise<ChecklistItem[]> {
    const members = await this.applications.membersOf(application);
    return checklistOf(application, members.length > 0);
  }

  /** Throws `review.incomplete` with what has no conclusion yet or has failed. */
  async refuseIncomplete(application: Application): Promise<void> {
    const review = await validReview(application.id, 'formal');
    const items = (review?.items ?? []) as readonly CheckedItem[];
    const faults = openItems(await this.checklist(application), items);
    if (faults.length > 0) throw new AppError('review.incomplete', { count: faults.length }, faults);
  }
}
