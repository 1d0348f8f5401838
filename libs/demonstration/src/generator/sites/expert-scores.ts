import { opinionFor } from '../content/opinions.js';
import type { ExpertAssignmentRow, ExpertScoreRow } from '../rows.types.js';
import { sheetIdOf } from './assessments.js';
import { type CenterSite, randomOf, yearsOf } from './center-site.js';
import { levelOf } from './levels.js';

/** A criterion that experts judge, by the ids of its plugin. */
export interface JudgedCriterionId {
  readonly indicatorId: string;
  readonly criterionId: string;
}

/** The criteria that experts judge for a category and variant. */
export type JudgedCriteria = (category: string, variant: string | null) => readonly JudgedCriterionId[];

/** How far a criterion may lie from the center's level, and an expert from the others, in points. */
const CRITERION_SPREAD = 6;
const EXPERT_SPREAD = 4;

/** The score and opinion of every assigned expert on every judged criterion. */
export function expertScoresOf(
  site: CenterSite,
  criteria: readonly JudgedCriterionId[],
  assignments: readonly ExpertAssignmentRow[],
): ExpertScoreRow[] {
  return yearsOf(site).flatMap(([year, quality]) => {
    const own = assignments.filter((one) => one.year === year);
    const random = randomOf(site, `scores/${year}`);
    const level = levelOf(quality, 'judgement') * 100;
    return criteria.flatMap(({ indicatorId, criterionId }) => {
      const common = level + random.integer(-CRITERION_SPREAD, CRITERION_SPREAD);
      return own.map(({ id, expertId }) => {
        const score = Math.min(99, Math.max(20, Math.round(common + random.integer(-EXPERT_SPREAD, EXPERT_SPREAD))));
        return {
          tenantId: site.tenantId,
          sheetId: sheetIdOf(id),
          year,
          centerId: site.centerId,
          indicator: indicatorId,
          criterion: criterionId,
          expertId,
          score: String(score),
          opinion: opinionFor(random, score),
        };
      });
    });
  });
}
