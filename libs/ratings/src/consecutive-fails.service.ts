import { Injectable } from '@nestjs/common';
import { shownScore } from '@shucu/kernel';
import { GRADE_TITLES } from '@shucu/plugin-sdk';
import { type RevocationCase, RevocationsService } from '@shucu/revocations';
import { RuleSetsService } from '@shucu/rule-sets';
import { type FinalisedRating, failsInARow, finalisedRatings } from './grade-history.js';
import type { RatingRun } from './rating-run.entity.js';

/** Beyond every year that is rated. */
const LAST_YEAR = 9_999;

/** Opens cases upon fails in a row (第十七条第（一）项): consecutive finalised evaluations of a center, in order of year. */
@Injectable()
export class ConsecutiveFailsService {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly revocations: RevocationsService,
  ) {}

  /** Of every center whose newest evaluation is that of the run, which is final now. */
  async afterFinalisation(run: RatingRun): Promise<RevocationCase[]> {
    const opened: RevocationCase[] = [];
    for (const [centerId, ratings] of await finalisedRatings(run.year)) {
      if (ratings[0]?.year !== run.year) continue;
      const found = await this.openFor(centerId, ratings, run);
      if (found) opened.push(found);
    }
    return opened;
  }

  /** Of one center whose evaluation in the run has become a fail by a correction; later evaluations count as well. */
  async afterCorrection(centerId: string, run: RatingRun): Promise<RevocationCase | null> {
    const ratings = (await finalisedRatings(LAST_YEAR)).get(centerId) ?? [];
    return this.openFor(centerId, ratings, run);
  }

  private async openFor(centerId: string, ratings: readonly FinalisedRating[], { ruleSetId }: RatingRun) {
    const { parameters } = await this.rules.get(ruleSetId);
    const fails = failsInARow(ratings, parameters.consecutiveFails);
    if (!fails) return null;
    const facts = fails.map(({ year, total, grade, ratingId }) => ({
      statement: `${year}年度运行质量评估得分${shownScore(total)}分，等级为${GRADE_TITLES[grade]['zh-CN']}`,
      ...{ year, total, grade: GRADE_TITLES[grade]['zh-CN'], ratingId },
    }));
    return this.revocations.openForConsecutiveFails(centerId, ruleSetId, facts.reverse());
  }
}
