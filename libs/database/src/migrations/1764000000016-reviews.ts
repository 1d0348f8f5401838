import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** What makes an approval void and says so; the row stays (申报退回补正后受影响的审查意见). */
const VOIDING = `
        voided_at timestamptz,
        voided_by_submission int,
        void_reason text,
        CHECK ((voided_at IS NULL) = (voided_by_submission IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL))`;

/** Reviews, visits and corrections of applications (第十一条、第十二条). */
export class Reviews1764000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createReviews(queryRunner);
    await this.createVisits(queryRunner);
    await this.createCorrections(queryRunner);
    for (const table of ['application_review', 'site_visit', 'correction', 'correction_remark']) {
      await enableTenantRls(queryRunner, table, 'SELECT, INSERT');
      await auditTable(queryRunner, table);
    }
    await queryRunner.query(`
      GRANT UPDATE (submission, items, opinion, written_by, written_at, concluded_at, voided_at, voided_by_submission, void_reason)
        ON application_review TO ${APPLICATION_ROLE}`);
    await queryRunner.query(`
      GRANT UPDATE (voided_at, voided_by_submission, void_reason) ON site_visit TO ${APPLICATION_ROLE}`);
    await queryRunner.query(`GRANT UPDATE (resubmission) ON correction TO ${APPLICATION_ROLE}`);
    await queryRunner.query(
      `GRANT UPDATE (answer, answered_by, answered_at) ON correction_remark TO ${APPLICATION_ROLE}`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE correction_remark, correction, site_visit, application_review');
  }

  /** One of a kind holds at a time; a void one stays beside its successor. */
  private async createReviews(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE application_review (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('preliminary', 'recommendation', 'formal')),
        submission int NOT NULL,
        items jsonb NOT NULL DEFAULT '[]',
        opinion text CHECK (opinion <> ''),
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL DEFAULT statutory_now(),
        concluded_at timestamptz,${VOIDING},
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id, submission)
          REFERENCES application_submission (tenant_id, application_id, number),
        FOREIGN KEY (tenant_id, written_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX application_review_one_valid ON application_review (tenant_id, application_id, kind)
        WHERE voided_at IS NULL`);
  }

  private async createVisits(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE site_visit (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        submission int NOT NULL,
        visited_on date NOT NULL,
        place text NOT NULL CHECK (place <> ''),
        people jsonb NOT NULL CHECK (CASE jsonb_typeof(people) WHEN 'array' THEN jsonb_array_length(people) > 0 ELSE false END),
        findings text NOT NULL CHECK (findings <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT statutory_now(),${VOIDING},
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id, submission)
          REFERENCES application_submission (tenant_id, application_id, number),
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX site_visit_by_application ON site_visit (tenant_id, application_id)');
  }

  /** A submission is returned once at the most. */
  private async createCorrections(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE correction (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        submission int NOT NULL,
        stage text NOT NULL CHECK (stage IN ('submitted', 'formalReview', 'assessment', 'proposed')),
        reason text NOT NULL CHECK (reason <> ''),
        due_on date NOT NULL,
        arithmetic text NOT NULL,
        returned_by uuid NOT NULL,
        returned_at timestamptz NOT NULL DEFAULT statutory_now(),
        resubmission int CHECK (resubmission > submission),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, application_id, submission),
        FOREIGN KEY (tenant_id, application_id, submission)
          REFERENCES application_submission (tenant_id, application_id, number),
        FOREIGN KEY (tenant_id, returned_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE TABLE correction_remark (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        correction_id uuid NOT NULL,
        place text NOT NULL CHECK (place <> ''),
        fault text NOT NULL CHECK (fault <> ''),
        demand text NOT NULL CHECK (demand <> ''),
        answer text CHECK (answer <> ''),
        answered_by uuid,
        answered_at timestamptz,
        CHECK ((answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answered_at IS NULL)),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, correction_id) REFERENCES correction (tenant_id, id),
        FOREIGN KEY (tenant_id, answered_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(
      'CREATE INDEX correction_remark_by_correction ON correction_remark (tenant_id, correction_id)',
    );
  }
}
