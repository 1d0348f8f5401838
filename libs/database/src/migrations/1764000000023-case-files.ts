import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a document was issued, by the statutory clock: so that a case can be shown as it was on any day. */
export class CaseFiles1764000000023 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE document ADD COLUMN issued_at timestamptz');
    // No deed of anybody's: the log is not told.
    await queryRunner.query(`SELECT set_config('app.audit_bulk', 'on', true)`);
    await queryRunner.query('ALTER TABLE document NO FORCE ROW LEVEL SECURITY');
    await queryRunner.query('UPDATE document SET issued_at = created_at');
    await queryRunner.query('ALTER TABLE document FORCE ROW LEVEL SECURITY');
    await queryRunner.query(`SELECT set_config('app.audit_bulk', '', true)`);
    await queryRunner.query(
      'ALTER TABLE document ALTER COLUMN issued_at SET DEFAULT statutory_now(), ALTER COLUMN issued_at SET NOT NULL',
    );
    await queryRunner.query('CREATE INDEX document_by_subject ON document (tenant_id, subject_id)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX document_by_subject');
    await queryRunner.query('ALTER TABLE document DROP COLUMN issued_at');
  }
}
