import { Injectable } from '@nestjs/common';
import { Center, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { RevocationsService } from '@shucu/revocations';
import { TenantContext } from '@shucu/tenancy';
import { ConsecutiveFailsService } from '../consecutive-fails.service.js';
import { Rating } from '../rating.entity.js';
import { outcomeOf, resultCorrected } from '../rating-messages.js';
import { RatingReportService } from '../rating-report.service.js';
import { RatingRun } from '../rating-run.entity.js';
import { RATING_RUN_MACHINE } from '../rating-run.machine.js';
import { RatingsService } from '../ratings.service.js';
import { CorrectedResultService } from './corrected-result.service.js';
import { replaceVersion } from './replace-version.js';
import { refuseStaleRating } from './stale-rating.js';
import type { StatedResult } from './stated-result.js';

export interface CorrectionInput {
  readonly version: number;
  readonly reason: string;
  /** Without it the rating is computed again from what is recorded by now. */
  readonly stated?: StatedResult | undefined;
}

/** What a correction brought about beside the new version. */
export interface Correction {
  readonly rating: Rating;
  /** The case that was opened upon fails in a row, if any. */
  readonly opened: string | null;
  /** Cases that rest on the former result and have to be looked at again. */
  readonly flagged: readonly string[];
}

/** Corrects published ratings: each correction is a new version with a reason, the former ones stay readable. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly ratings: RatingsService,
    private readonly results: CorrectedResultService,
    private readonly fails: ConsecutiveFailsService,
    private readonly revocations: RevocationsService,
    private readonly reports: RatingReportService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Corrects a published rating, never by who finalised the run; issues a new report and looks at the consequences again. Grades of
   * others stay as they are, also where they depended on this one. Throws `conflict.stale`, `rating.unchanged`, `rating.correctionFails`.
   */
  async correct(actor: Actor, id: string, { version, reason, stated }: CorrectionInput): Promise<Correction> {
    await this.ratings.reachable(actor, id, 'correct');
    const former = await lockedRating(id);
    await refuseStaleRating(former, version);
    const run = await this.correctableRun(actor, former);
    const result = stated ? this.results.stated(former, stated, reason) : await this.results.computed(former, run);
    await replaceVersion(actor, former, { ...result, reason, basis: stated ? 'stated' : 'corrected' });
    const rating = await this.ratings.get(actor, id);
    const consequences = await this.consequences(former, rating, run);
    await this.reports.issueCorrected(rating, run);
    await this.tell(rating, reason);
    return { rating, ...consequences };
  }

  private async correctableRun(actor: Actor, { runId, centerId }: Rating): Promise<RatingRun> {
    const { manager, tenantId } = TenantContext;
    const run = await manager.findOneByOrFail(RatingRun, { tenantId, id: runId });
    const { state, finalisedBy } = run;
    if (state !== 'published') {
      throw new AppError('rating.notPublished', { state: RATING_RUN_MACHINE.states[state].title['zh-CN'] });
    }
    if (finalisedBy === actor.accountId) throw new AppError('rating.ownFinalisation');
    await refuseOwnCenters(actor, [centerId]);
    return run;
  }

  /** A changed grade takes the basis from cases that rest on the former one, and may make fails in a row. */
  private async consequences(
    former: Rating,
    rating: Rating,
    run: RatingRun,
  ): Promise<Pick<Correction, 'opened' | 'flagged'>> {
    if (former.grade === rating.grade) return { opened: null, flagged: [] };
    const [before, after] = [outcomeOf(former), outcomeOf(rating)].map(({ outcome }) => outcome);
    const flag = `${rating.year}年度评估结果由“${before}”更正为“${after}”（${rating.correctionReason}）。`;
    const flagged = await this.revocations.flagBasis(rating.id, flag);
    const opened = rating.grade === 'fail' ? await this.fails.afterCorrection(rating.centerId, run) : null;
    return { opened: opened?.id ?? null, flagged };
  }

  private async tell(rating: Rating, reason: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { name, leadOrganizationId } = await manager.findOneByOrFail(Center, { tenantId, id: rating.centerId });
    const lead = { role: 'centerOperator' as const, organizationId: leadOrganizationId };
    const params = { center: name, year: rating.year, reason };
    const message = { subject: { kind: 'rating', id: rating.id }, key: `${rating.id} ${rating.version}`, params };
    await this.notifications.send(resultCorrected(outcomeOf(rating)), { roles: [lead] }, message);
  }
}

function lockedRating(id: string): Promise<Rating> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneOrFail(Rating, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
}
