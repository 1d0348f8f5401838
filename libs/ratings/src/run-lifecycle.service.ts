import { Injectable } from '@nestjs/common';
import { refuseOwnCenters } from '@shucu/centers';
import { DocumentsService } from '@shucu/documents';
import { OutboxService } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import type { RevocationCase } from '@shucu/revocations';
import { statutoryNow, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { ConsecutiveFailsService } from './consecutive-fails.service.js';
import { FinalisationChecks } from './finalisation-checks.js';
import { Rating } from './rating.entity.js';
import { RESULT_DISCLOSED } from './rating-messages.js';
import { RATING_REPORT } from './rating-report.data.js';
import { RatingRun } from './rating-run.entity.js';
import { RATING_RUN_MACHINE } from './rating-run.machine.js';
import { RatingRunsService } from './rating-runs.service.js';
import { ISSUE_RATING_REPORTS, TELL_PUBLICATION } from './ratings.jobs.js';
import { ratedLeads } from './summary/rated-leads.js';

/** The steps of a computed run: review, disclose, finalise (which freezes it), publish. */
@Injectable()
export class RunLifecycleService {
  constructor(
    private readonly runs: RatingRunsService,
    private readonly checks: FinalisationChecks,
    private readonly fails: ConsecutiveFailsService,
    private readonly workflow: WorkflowService,
    private readonly documents: DocumentsService,
    private readonly notifications: NotificationsService,
    private readonly outbox: OutboxService,
  ) {}

  /** An officer has looked at the computed result. */
  async review(actor: Actor, id: string, version: number): Promise<RatingRun> {
    await this.runs.reachable(actor, id, 'finalise');
    return this.take(actor, id, { version, transition: 'review', by: 'reviewed' });
  }

  /** Shows each center its reviewed result, so that it can object to it before anything is final. */
  async disclose(actor: Actor, id: string, version: number): Promise<RatingRun> {
    const { year } = await this.runs.reachable(actor, id, 'publish');
    const run = await this.take(actor, id, { version, transition: 'disclose', by: 'disclosed' });
    for (const { ratingId, center, leadOrganizationId } of await ratedLeads(id)) {
      const lead = { role: 'centerOperator' as const, organizationId: leadOrganizationId };
      const subject = { kind: 'rating', id: ratingId };
      const key = `${ratingId} ${run.version}`;
      await this.notifications.send(RESULT_DISCLOSED, { roles: [lead] }, { subject, key, params: { center, year } });
    }
    return run;
  }

  /**
   * Freezes the result, never by who reviewed it (domain §4). Refuses while a center is in error or lacks an expert's score, while an
   * objection is open or an upheld one not computed, while scores came after the computation, and before an earlier year's run is final
   * and was looked at. Opens a case upon fails in a row (第十七条第（一）项), orders the reports.
   */
  async finalise(actor: Actor, id: string, version: number): Promise<{ run: RatingRun; opened: RevocationCase[] }> {
    const { reviewedBy } = await this.runs.reachable(actor, id, 'finalise');
    if (reviewedBy === actor.accountId) throw new AppError('ratingRun.ownReview');
    await this.refuseOwnRated(actor, id);
    const finalised = await this.take(actor, id, { version, transition: 'finalise', by: 'finalised' });
    if (finalised.reviewedBy === actor.accountId) throw new AppError('ratingRun.ownReview');
    await this.checks.refuseUnready(finalised);
    const { manager, tenantId } = TenantContext;
    await manager.update(RatingRun, { tenantId, id }, { frozenAt: () => 'clock_timestamp()' });
    const opened = await this.fails.afterFinalisation(finalised);
    await this.outbox.enqueue(ISSUE_RATING_REPORTS, { runId: id });
    return { run: finalised, opened };
  }

  /** Gives the results out to the centers, with the summary of the year. */
  async publish(actor: Actor, id: string, version: number): Promise<RatingRun> {
    await this.runs.reachable(actor, id, 'publish');
    const run = await this.take(actor, id, { version, transition: 'publish', by: 'published' });
    const ratings = await this.ratingsOf(id);
    await this.documents.release(
      RATING_REPORT,
      ratings.map((rating) => rating.id),
    );
    await this.outbox.enqueue(TELL_PUBLICATION, { runId: id });
    return run;
  }

  private async take(
    actor: Actor,
    id: string,
    step: {
      readonly version: number;
      readonly transition: 'review' | 'disclose' | 'finalise' | 'publish';
      readonly by: 'reviewed' | 'disclosed' | 'finalised' | 'published';
    },
  ): Promise<RatingRun> {
    const { by, ...order } = step;
    const now = await statutoryNow(TenantContext.manager);
    const change = { [`${by}_by`]: actor.accountId, [`${by}_at`]: now };
    await this.workflow.take(RATING_RUN_MACHINE, { id, actor, ...order, change });
    return this.runs.get(actor, id);
  }

  private ratingsOf(runId: string): Promise<Rating[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(Rating, {
      where: { tenantId, runId },
      select: { tenantId: true, id: true, centerId: true },
    });
  }

  /** Who belongs to a rated center does not decide on the run. */
  private async refuseOwnRated(actor: Actor, runId: string): Promise<void> {
    const rated = await this.ratingsOf(runId);
    await refuseOwnCenters(
      actor,
      rated.map(({ centerId }) => centerId),
    );
  }
}
