import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Application,
  ApplicationContentsService,
  ApplicationHooks,
  ApplicationSubmission,
  fieldTitle,
  type ReturnTarget,
  type SubmissionMade,
} from '@shucu/applications';
import { AssessmentsService } from '@shucu/assessments';
import { DeadlinesService } from '@shucu/deadlines';
import type { FieldFault } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import type { ReviewKind } from '../application-review.entity.js';
import { ReviewMessagesService } from '../messages/review-messages.service.js';
import { validReview, voidReviews, voidVisits } from '../reviews.repository.js';
import { Correction } from './correction.entity.js';
import { openCorrection, type WholeCorrection } from './corrections.repository.js';
import { CORRECTION_DEADLINE } from './returns.service.js';
import { consequencesOf, type Touched, touchedBy } from './touched-places.js';

/** What a corrected application brings about: how far back it goes, which approvals are void, what of the experts' work ends. */
@Injectable()
export class ResubmissionsService implements OnModuleInit {
  constructor(
    private readonly hooks: ApplicationHooks,
    private readonly contents: ApplicationContentsService,
    private readonly assessments: AssessmentsService,
    private readonly deadlines: DeadlinesService,
    private readonly plugins: PluginRegistry,
    private readonly messages: ReviewMessagesService,
  ) {}

  onModuleInit(): void {
    this.hooks.register({
      submissionFaults: (application) => this.unanswered(application),
      resubmissionTarget: (application, target) => this.targetOf(application, target),
      submitted: (made) => this.submitted(made),
      withdrawn: (actor, application, reason) => this.endAssessment(actor, application, reason),
    });
  }

  private async unanswered({ id, state }: Application): Promise<FieldFault[]> {
    const correction = state === 'returned' ? await openCorrection(id) : null;
    const open = correction?.remarks.filter(({ answer }) => answer === null) ?? [];
    return open.map((remark) => ({
      field: `remarks.${remark.id}`,
      rule: 'unanswered',
      message: `补正意见尚未答复：${remark.fault}`,
      en: `A remark is not answered yet: ${remark.fault}`,
    }));
  }

  /** To the bureau while no recommendation holds; back to the formal review where that one falls; else to who returned it. */
  private async targetOf(application: Application, returnedBy: ReturnTarget): Promise<ReturnTarget> {
    const { kinds } = consequencesOf(await this.touchedNow(application));
    if (application.route === 'local') {
      const isRecommended = (await validReview(application.id, 'recommendation')) !== null;
      if (!isRecommended || kinds.includes('recommendation')) return 'submitted';
    }
    return kinds.includes('formal') && returnedBy === 'assessment' ? 'formalReview' : returnedBy;
  }

  private async touchedNow(application: Application): Promise<Touched> {
    const { manager, tenantId } = TenantContext;
    const { id: applicationId, submissions: number } = application;
    const { content } = await manager.findOneByOrFail(ApplicationSubmission, { tenantId, applicationId, number });
    const correction = await openCorrection(applicationId);
    return touchedBy(correction?.remarks ?? [], content, await this.contents.of(application));
  }

  private async submitted({ actor, application, submission, earlier, to }: SubmissionMade): Promise<void> {
    const correction = earlier && (await openCorrection(application.id));
    if (!correction) return;
    const { manager, tenantId } = TenantContext;
    await manager.update(Correction, { tenantId, id: correction.id }, { resubmission: submission.number });
    await this.deadlines.meet(CORRECTION_DEADLINE, application.id);
    const touched = touchedBy(correction.remarks, earlier.content, submission.content);
    const voiding = { submission: submission.number, reason: this.reasonOf(application, correction, touched) };
    const consequences = consequencesOf(touched);
    // Where the formal review is had again, the one before does not stand beside it.
    const kinds: ReviewKind[] = to === 'assessment' ? [...consequences.kinds] : [...consequences.kinds, 'formal'];
    const voided = await voidReviews(application.id, kinds, voiding);
    if (consequences.visits) await voidVisits(application.id, voiding);
    if (to !== 'assessment') await this.endAssessment(actor, application, voiding.reason);
    if (voided.length > 0) await this.messages.approvalsVoid(application, voiding);
  }

  /** Names the places, as they are called. */
  private reasonOf({ category, variant }: Application, { remarks }: WholeCorrection, { changed }: Touched): string {
    const plugin = this.plugins.get(category);
    const titles = (places: readonly string[]): string =>
      [...new Set(places.map((place) => fieldTitle(plugin, variant, place).zh))].join('、');
    const remarked = `补正意见涉及：${titles(remarks.map(({ place }) => place))}`;
    return changed.length > 0 ? `${remarked}；补正后修改了：${titles(changed)}` : remarked;
  }

  private async endAssessment(actor: Actor, { centerId, year }: Application, reason: string): Promise<void> {
    await this.assessments.cancel(actor, { centerId, year, reason });
  }
}
