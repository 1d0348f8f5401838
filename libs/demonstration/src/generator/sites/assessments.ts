import { joinOpinions, mergeScores, spreadOf } from '@shucu/assessments';
import { groupBy, sha256 } from '@shucu/kernel';
import { idOf } from '../basis/identifiers.js';
import type { AssessmentRow, ExpertAssignmentRow, ExpertScoreRow, RuleSetRow, ScoreSheetRow } from '../rows.types.js';
import type { CenterSite } from './center-site.js';

/** The id of the experts' work on a center and year. */
export function assessmentIdOf({ province, definition }: CenterSite, year: number): string {
  return idOf(province.code, 'assessment', definition.key, year);
}

/** The id of the sheet that belongs to an assignment. */
export function sheetIdOf(assignmentId: string): string {
  return idOf('score-sheet', assignmentId);
}

/** A sheet for every assignment, a draft until its scores are written. */
export function scoreSheetsOf(assignments: readonly ExpertAssignmentRow[]): ScoreSheetRow[] {
  return assignments.map(({ tenantId, id, assessmentId, expertId }) => ({
    tenantId,
    id: sheetIdOf(id),
    assessmentId,
    expertId,
  }));
}

/** The assessment of every year that has a group, led by its first expert; with what the scores come to where they are given. */
export function assessmentsOf(
  site: CenterSite,
  ruleSets: readonly RuleSetRow[],
  assignments: readonly ExpertAssignmentRow[],
  scores: readonly ExpertScoreRow[] = [],
): AssessmentRow[] {
  const ruleSetId = ruleSets.at(-1)?.id;
  if (!ruleSetId) throw new RangeError(`${site.province.code} has no rule set`);
  return [...groupBy(assignments, ({ year }) => year)].flatMap(([year, [first]]) => {
    if (!first) return [];
    const id = assessmentIdOf(site, year);
    const own = scores.filter((score) => score.year === year);
    const base = { tenantId: site.tenantId, id, centerId: site.centerId, year, ruleSetId };
    const course = { purpose: 'rating', state: 'open', seed: sha256(id) } as const;
    const people = { leaderId: first.expertId, openedBy: first.assignedBy };
    return [{ ...base, ...course, ...people, result: own.length > 0 ? resultOf(own) : null }];
  });
}

function resultOf(scores: readonly ExpertScoreRow[]): AssessmentRow['result'] {
  const criteria = [...groupBy(scores, ({ indicator, criterion }) => `${indicator}.${criterion}`).values()].flatMap(
    (own) => {
      const [first] = own;
      if (!first) return [];
      const points = own.map(({ score }) => score);
      const merged = { score: mergeScores(points, 'mean'), opinion: joinOpinions(own.map(({ opinion }) => opinion)) };
      const { indicator, criterion } = first;
      return [{ indicator, criterion, ...merged, spread: spreadOf(points), scores: points.length }];
    },
  );
  return { merge: 'mean', criteria, total: null, sheet: null, fault: null };
}
