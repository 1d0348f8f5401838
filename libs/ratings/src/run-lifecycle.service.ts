import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '@shucu/assessments';
import { refuseOwnCenters } from '@shucu/centers';
import { DocumentsService } from '@shucu/documents';
import { OutboxService } from '@shucu/jobs';
import { AppError, shownScore } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { GRADE_TITLES } from '@shucu/plugin-sdk';
import { type RevocationCase, RevocationsService } from '@shucu/revocations';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { failsInARow, finalisedRatings } from './grade-history.js';
import { Rating } from './rating.entity.js';
import { RATING_REPORT } from './rating-report.data.js';
import { RatingRun } from './rating-run.entity.js';
import { RatingRunsService } from './rating-runs.service.js';
import { ISSUE_RATING_REPORTS } from './ratings.jobs.js';

/** How many centers a refusal names. */
const NAMED = 5;

/** The steps of a computed run: review, finalise (which freezes it), publish. */
@Injectable()
export class RunLifecycleService {
  constructor(
    private readonly runs: RatingRunsService,
    private readonly assessments: AssessmentsService,
    private readonly rules: RuleSetsService,
    private readonly revocations: RevocationsService,
    private readonly documents: DocumentsService,
    private readonly outbox: OutboxService,
  ) {}

  /** An officer has looked at the computed result. */
  async review(actor: Actor, id: string): Promise<RatingRun> {
    conditionsOf(actor, 'finalise', 'RatingRun');
    await this.runs.locked(id, ['scoring']);
    return this.move(actor, id, { state: 'reviewed', reviewedBy: actor.accountId, reviewedAt: () => 'now()' });
  }

  /**
   * Freezes the result, never by who reviewed it (domain §4). Refuses while a center is in error or lacks an expert's score, while scores came after the
   * computation, and before an earlier year's run is final and was looked at. Opens a case upon fails in a row (第十七条第（一）项), orders the reports.
   */
  async finalise(actor: Actor, id: string): Promise<{ run: RatingRun; opened: RevocationCase[] }> {
    conditionsOf(actor, 'finalise', 'RatingRun');
    const run = await this.runs.locked(id, ['reviewed']);
    if (run.reviewedBy === actor.accountId) throw new AppError('ratingRun.ownReview');
    await this.refuseOwnRated(actor, run);
    await this.refuseIncomplete(run);
    await this.refuseBeforeEarlier(run);
    const finalised = await this.move(actor, id, {
      state: 'finalised',
      finalisedBy: actor.accountId,
      finalisedAt: () => 'clock_timestamp()',
    });
    const opened = await this.openCases(finalised);
    await this.outbox.enqueue(ISSUE_RATING_REPORTS, { runId: id });
    return { run: finalised, opened };
  }

  /** Gives the results out to the centers. */
  async publish(actor: Actor, id: string): Promise<RatingRun> {
    conditionsOf(actor, 'publish', 'RatingRun');
    await this.runs.locked(id, ['finalised']);
    const { manager, tenantId } = TenantContext;
    const ratings = await manager.find(Rating, {
      where: { tenantId, runId: id },
      select: { tenantId: true, id: true },
    });
    await this.documents.release(
      RATING_REPORT,
      ratings.map((rating) => rating.id),
    );
    return this.move(actor, id, { state: 'published', publishedBy: actor.accountId, publishedAt: () => 'now()' });
  }

  private async move(actor: Actor, id: string, change: Parameters<typeof TenantContext.manager.update<RatingRun>>[2]) {
    const { manager, tenantId } = TenantContext;
    await manager.update(RatingRun, { tenantId, id }, change);
    return this.runs.get(actor, id);
  }

  /** Who belongs to a rated center does not decide on the run. */
  private async refuseOwnRated(actor: Actor, run: RatingRun): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const rated = await manager.find(Rating, {
      where: { tenantId, runId: run.id },
      select: { tenantId: true, id: true, centerId: true },
    });
    await refuseOwnCenters(
      actor,
      rated.map(({ centerId }) => centerId),
    );
  }

  private async refuseIncomplete(run: RatingRun): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const named = (where: object) =>
      manager.find(Rating, { where: { tenantId, runId: run.id, ...where }, order: { centerId: 'ASC' } });
    const errors = await named({ state: 'error' });
    if (errors.length > 0) throw new AppError('ratingRun.errors', { count: errors.length, centers: names(errors) });
    const incomplete = await named({ missingOpinions: Not(0) });
    if (incomplete.length > 0) {
      throw new AppError('ratingRun.opinionsMissing', { count: incomplete.length, centers: names(incomplete) });
    }
    if (!run.computedAt) throw new Error(`Run ${run.id} is reviewed but was never computed`);
    const changed = await this.assessments.centersScoredSince(run.year, run.computedAt);
    if (changed > 0) throw new AppError('ratingRun.scoresChanged', { count: changed });
  }

  private async refuseBeforeEarlier({ tenantId, year, computedAt }: RatingRun): Promise<void> {
    const earlier = await TenantContext.manager.findOne(RatingRun, {
      where: { tenantId, year: LessThan(year), state: Not(In(['finalised', 'published'])) },
      order: { year: 'ASC' },
    });
    if (earlier) throw new AppError('ratingRun.outOfOrder', { earlier: earlier.year, year });
    const unseen = await TenantContext.manager.findOne(RatingRun, {
      where: { tenantId, year: LessThan(year), finalisedAt: MoreThan(computedAt ?? new Date(0)) },
    });
    if (unseen) throw new AppError('ratingRun.historyChanged', { earlier: unseen.year, year });
  }

  private async openCases(run: RatingRun): Promise<RevocationCase[]> {
    const { parameters } = await this.rules.get(run.ruleSetId);
    const opened: RevocationCase[] = [];
    for (const [centerId, ratings] of await finalisedRatings(run.year)) {
      const fails = ratings[0]?.year === run.year && failsInARow(ratings, parameters.consecutiveFails);
      if (!fails) continue;
      const facts = fails.map(({ year, total, grade, ratingId }) => ({
        statement: `${year}年度运行质量评估得分${shownScore(total)}分，等级为${GRADE_TITLES[grade]['zh-CN']}`,
        year,
        total,
        grade: GRADE_TITLES[grade]['zh-CN'],
        ratingId,
      }));
      const found = await this.revocations.openForConsecutiveFails(centerId, run.ruleSetId, facts.reverse());
      if (found) opened.push(found);
    }
    return opened;
  }
}

function names(ratings: readonly Rating[]): string {
  const shown = ratings.slice(0, NAMED).map(({ inputs }) => inputs.center.name);
  return shown.join('、') + (ratings.length > NAMED ? '等' : '');
}
