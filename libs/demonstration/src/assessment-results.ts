import type { AssessmentResult } from '@shucu/assessments';
import { canonicalJson, sha256 } from '@shucu/kernel';
import type { EntityManager } from 'typeorm';

const CONCLUSION = '评估组一致同意上述评价结果。';

/** Seals every draft sheet that has scores; in the caller's tenant transaction. */
export async function sealScoreSheets(manager: EntityManager): Promise<void> {
  await manager.query(`
    UPDATE score_sheet sheet SET state = 'submitted', version = 2 WHERE state = 'draft' AND EXISTS (
      SELECT 1 FROM expert_score score WHERE score.tenant_id = sheet.tenant_id AND score.sheet_id = sheet.id)`);
}

/** Has every known result merged, and signed by the group's leader where the year is over; that of the last year is left to sign. */
export async function signResults(manager: EntityManager, lastYear: number): Promise<void> {
  await manager.query(`
    UPDATE assessment SET state = 'merged', version = 2, result = result || jsonb_build_object('sheets', (
      SELECT jsonb_agg(jsonb_build_object('id', sheet.id, 'hash', sheet.content_hash) ORDER BY sheet.id) FROM score_sheet sheet
      WHERE sheet.tenant_id = assessment.tenant_id AND sheet.assessment_id = assessment.id AND sheet.state = 'submitted'))
    WHERE state = 'open' AND result IS NOT NULL`);
  const merged = await manager.query<{ tenantId: string; id: string; result: AssessmentResult }[]>(
    `SELECT tenant_id AS "tenantId", id, result FROM assessment WHERE state = 'merged' AND year < $1`,
    [lastYear],
  );
  for (const { tenantId, id, result } of merged) {
    const hash = sha256(canonicalJson({ result, confirmed: {}, findings: [], conclusion: CONCLUSION }));
    await manager.query(
      `UPDATE assessment SET state = 'signed', version = 3, result_hash = $3, signed_by = leader_id
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id, hash],
    );
    await manager.query(
      `UPDATE expert_assignment SET ended_at = greatest(declared_at, statutory_now()), ended_by = assigned_by,
         end_reason = '评价结果已签署' WHERE tenant_id = $1 AND assessment_id = $2`,
      [tenantId, id],
    );
  }
}
