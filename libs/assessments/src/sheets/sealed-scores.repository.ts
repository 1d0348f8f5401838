import { TenantContext } from '@shucu/tenancy';
import type { CriterionScores } from '../merging/merged-opinions.js';

/** Scores of sealed sheets of one criterion, with the rules that they are merged by. */
export interface SealedCriterion extends CriterionScores {
  readonly ruleSetId: string;
}

/** All that was sealed for a year, in assessments that were not cancelled. */
export function sealedScoresOfYear(year: number): Promise<SealedCriterion[]> {
  return select('score.year = $2', year);
}

/** All that was sealed in one assessment. */
export function sealedScoresOf(assessmentId: string): Promise<SealedCriterion[]> {
  return select('assessment.id = $2', assessmentId);
}

function select(condition: string, value: string | number): Promise<SealedCriterion[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<SealedCriterion[]>(
    `SELECT score.center_id AS "centerId", score.indicator, score.criterion, assessment.rule_set_id AS "ruleSetId",
            array_agg(score.score::text ORDER BY score.expert_id) AS scores,
            array_agg(score.opinion ORDER BY score.expert_id) AS opinions
     FROM expert_score score
     JOIN score_sheet sheet ON sheet.tenant_id = score.tenant_id AND sheet.id = score.sheet_id AND sheet.state = 'submitted'
     JOIN assessment ON assessment.tenant_id = sheet.tenant_id AND assessment.id = sheet.assessment_id
       AND assessment.state <> 'cancelled'
     WHERE score.tenant_id = $1 AND ${condition}
     GROUP BY score.center_id, score.indicator, score.criterion, assessment.rule_set_id
     ORDER BY score.center_id, score.indicator, score.criterion`,
    [tenantId, value],
  );
}
