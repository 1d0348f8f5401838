import { TenantContext } from '@shucu/tenancy';

/** One sealed score with who gave it: for those alone who may know. */
export interface NamedScore {
  readonly sheetId: string;
  readonly contentHash: string;
  readonly expertId: string;
  readonly expertName: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly score: string;
  readonly opinion: string;
}

/** Every sealed score of an assessment with its expert. */
export function namedScoresOf(assessmentId: string): Promise<NamedScore[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<NamedScore[]>(
    `SELECT sheet.id AS "sheetId", sheet.content_hash AS "contentHash", sheet.expert_id AS "expertId",
            account.display_name AS "expertName", score.indicator, score.criterion, score.score::text AS score, score.opinion
     FROM score_sheet sheet
     JOIN expert_score score ON score.tenant_id = sheet.tenant_id AND score.sheet_id = sheet.id
     JOIN account ON account.tenant_id = sheet.tenant_id AND account.id = sheet.expert_id
     WHERE sheet.tenant_id = $1 AND sheet.assessment_id = $2 AND sheet.state = 'submitted'
     ORDER BY sheet.id, score.indicator, score.criterion`,
    [tenantId, assessmentId],
  );
}
