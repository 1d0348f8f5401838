import type { QueryRunner } from 'typeorm';

const TABLES = ['rule_set', 'expert_assignment', 'expert_score'];

/**
 * What experts had scored before sheets were sealed goes on to count: an assessment for every center and year with its group, a
 * sealed sheet for every expert who has scored. The migration has no tenant and tells no log, as nobody did anything.
 */
export async function enterKnownAssessments(queryRunner: QueryRunner): Promise<void> {
  for (const table of TABLES) {
    await queryRunner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER audit`);
  }
  await queryRunner.query(`
    INSERT INTO assessment (tenant_id, id, center_id, year, purpose, rule_set_id, state, seed)
    SELECT tenant_id, gen_random_uuid(), center_id, year, 'rating', rules.id, 'open',
           encode(sha256(convert_to(center_id::text || year, 'UTF8')), 'hex')
    FROM (SELECT tenant_id, center_id, year FROM expert_assignment
          UNION SELECT tenant_id, center_id, year FROM expert_score) known
    CROSS JOIN LATERAL (SELECT id FROM rule_set WHERE rule_set.tenant_id = known.tenant_id
                        ORDER BY issued_on DESC, revision DESC LIMIT 1) rules`);
  await queryRunner.query(`
    UPDATE expert_assignment held SET assessment_id = assessment.id, declared_at = held.assigned_at
    FROM assessment WHERE assessment.tenant_id = held.tenant_id AND assessment.center_id = held.center_id
      AND assessment.year = held.year`);
  await queryRunner.query(`
    INSERT INTO score_sheet (tenant_id, id, assessment_id, expert_id)
    SELECT assessment.tenant_id, gen_random_uuid(), assessment.id, expert_id
    FROM (SELECT tenant_id, center_id, year, expert_id FROM expert_assignment WHERE ended_at IS NULL
          UNION SELECT tenant_id, center_id, year, expert_id FROM expert_score) known
    JOIN assessment USING (tenant_id, center_id, year)`);
  await queryRunner.query(`
    UPDATE expert_score SET sheet_id = sheet.id
    FROM score_sheet sheet JOIN assessment ON assessment.tenant_id = sheet.tenant_id AND assessment.id = sheet.assessment_id
    WHERE sheet.tenant_id = expert_score.tenant_id AND sheet.expert_id = expert_score.expert_id
      AND assessment.center_id = expert_score.center_id AND assessment.year = expert_score.year`);
  await queryRunner.query(`
    UPDATE score_sheet sheet SET state = 'submitted' WHERE EXISTS (
      SELECT 1 FROM expert_score score WHERE score.tenant_id = sheet.tenant_id AND score.sheet_id = sheet.id)`);
  for (const table of TABLES) {
    await queryRunner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER audit`);
  }
}
