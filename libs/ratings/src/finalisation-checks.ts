import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '@shucu/assessments';
import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { In, LessThan, MoreThan, Not } from 'typeorm';
import { openObjections, uncomputedObjections } from './objections/standing-objections.js';
import { Rating } from './rating.entity.js';
import { RatingRun } from './rating-run.entity.js';

/** How many centers a refusal names. */
const NAMED = 5;

/** What keeps a reviewed run from becoming final. */
@Injectable()
export class FinalisationChecks {
  constructor(private readonly assessments: AssessmentsService) {}

  /** Refuses a run, under its lock, whose ratings are not complete, not looked at by its centers' objections, or outdated. */
  async refuseUnready(run: RatingRun): Promise<void> {
    await this.refuseIncomplete(run);
    await this.refuseObjections(run);
    await this.refuseChangedScores(run);
    await this.refuseBeforeEarlier(run);
  }

  private async refuseIncomplete(run: RatingRun): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const named = (where: object) =>
      manager.find(Rating, { where: { tenantId, runId: run.id, ...where }, order: { centerId: 'ASC' } });
    const errors = await named({ state: 'error' });
    if (errors.length > 0) throw new AppError('ratingRun.errors', { count: errors.length, centers: names(errors) });
    const incomplete = await named({ missingOpinions: Not(0) });
    if (incomplete.length === 0) return;
    throw new AppError('ratingRun.opinionsMissing', { count: incomplete.length, centers: names(incomplete) });
  }

  private async refuseObjections(run: RatingRun): Promise<void> {
    const open = await openObjections(run.id);
    if (open.length > 0) throw new AppError('ratingRun.objectionsOpen', { count: open.length, centers: listed(open) });
    const upheld = await uncomputedObjections(run);
    if (upheld.length === 0) return;
    throw new AppError('ratingRun.objectionsUpheld', { count: upheld.length, centers: listed(upheld) });
  }

  /** Scores and computations are told by the same, real clock. */
  private async refuseChangedScores({ id, year, computedAt }: RatingRun): Promise<void> {
    if (!computedAt) throw new Error(`Run ${id} is reviewed but was never computed`);
    const changed = await this.assessments.centersScoredSince(year, computedAt);
    if (changed > 0) throw new AppError('ratingRun.scoresChanged', { count: changed });
  }

  private async refuseBeforeEarlier({ tenantId, year, computedAt }: RatingRun): Promise<void> {
    const { manager } = TenantContext;
    const earlier = await manager.findOne(RatingRun, {
      where: { tenantId, year: LessThan(year), state: Not(In(['finalised', 'published'])) },
      order: { year: 'ASC' },
    });
    if (earlier) throw new AppError('ratingRun.outOfOrder', { earlier: earlier.year, year });
    const unseen = await manager.findOne(RatingRun, {
      where: { tenantId, year: LessThan(year), frozenAt: MoreThan(computedAt ?? new Date(0)) },
    });
    if (unseen) throw new AppError('ratingRun.historyChanged', { earlier: unseen.year, year });
    const corrected = await manager.findOne(Rating, {
      where: { tenantId, year: LessThan(year), version: MoreThan(1), computedAt: MoreThan(computedAt ?? new Date(0)) },
    });
    if (corrected) throw new AppError('ratingRun.historyChanged', { earlier: corrected.year, year });
  }
}

function names(ratings: readonly Rating[]): string {
  return listed(ratings.map(({ inputs }) => inputs.center.name));
}

function listed(centers: readonly string[]): string {
  return centers.slice(0, NAMED).join('、') + (centers.length > NAMED ? '等' : '');
}
