import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps } from '../enforce-steps.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';
import { AssessmentGuards } from './assessment-guards.js';
import { enterKnownAssessments } from './known-assessments.js';

/** The experts' work on a center and year (第十二条): pool, draws that can be replayed, sealed sheets, findings, the signed result. */
export class Assessments1764000000017 implements MigrationInterface {
  private readonly guards = new AssessmentGuards();

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createProfiles(queryRunner);
    await this.createAssessments(queryRunner);
    await this.createDraws(queryRunner);
    await this.createSheets(queryRunner);
    await this.createFindings(queryRunner);
    await this.extendAssignments(queryRunner);
    await this.guards.create(queryRunner);
    await enterKnownAssessments(queryRunner);
    await this.keyScoresBySheet(queryRunner);
    await this.protect(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.guards.drop(queryRunner);
    await queryRunner.query('DROP INDEX expert_score_by_year');
    await queryRunner.query(`
      ALTER TABLE expert_score DROP CONSTRAINT expert_score_pkey,
        ADD PRIMARY KEY (tenant_id, year, center_id, indicator, criterion, expert_id), DROP COLUMN sheet_id`);
    await queryRunner.query(`
      ALTER TABLE expert_assignment DROP COLUMN assessment_id, DROP COLUMN draw_id, DROP COLUMN declared_at,
        DROP COLUMN conflict, DROP COLUMN end_reason`);
    await queryRunner.query('DROP TABLE assessment_finding, score_sheet, expert_draw, assessment, expert_profile');
  }

  private async createProfiles(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE expert_profile (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        title text NOT NULL DEFAULT '',
        fields text[] NOT NULL DEFAULT '{}',
        employers jsonb NOT NULL DEFAULT '[]',
        region_id uuid,
        max_workload int CHECK (max_workload BETWEEN 0 AND 200),
        active boolean NOT NULL DEFAULT true,
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, id) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id)
      )`);
  }

  private async createAssessments(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE assessment (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        purpose text NOT NULL CHECK (purpose IN ('application', 'rating')),
        rule_set_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'forming'
          CHECK (state IN ('forming', 'open', 'thirdOpinion', 'merged', 'signed', 'cancelled')),
        version int NOT NULL DEFAULT 1,
        seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{64}$'),
        leader_id uuid,
        third_opinion boolean NOT NULL DEFAULT false,
        claimed jsonb NOT NULL DEFAULT '{}',
        verified jsonb NOT NULL DEFAULT '{}',
        confirmed jsonb NOT NULL DEFAULT '{}',
        result jsonb,
        result_hash text,
        signed_by uuid,
        signed_at timestamptz,
        opened_by uuid,
        opened_at timestamptz NOT NULL DEFAULT statutory_now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, leader_id) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, signed_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, opened_by) REFERENCES account (tenant_id, id),
        CHECK (state NOT IN ('merged', 'signed') OR result IS NOT NULL),
        CHECK (state <> 'signed' OR (signed_at IS NOT NULL AND result_hash IS NOT NULL))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX assessment_one_current ON assessment (tenant_id, center_id, year) WHERE state <> 'cancelled'`);
    await enforceSteps(queryRunner, 'assessment', [
      ['forming', 'open'],
      ['open', 'thirdOpinion'],
      ['open', 'merged'],
      ['thirdOpinion', 'open'],
      ['thirdOpinion', 'merged'],
      ['merged', 'open'],
      ['merged', 'thirdOpinion'],
      ['merged', 'signed'],
      ['forming', 'cancelled'],
      ['open', 'cancelled'],
      ['thirdOpinion', 'cancelled'],
      ['merged', 'cancelled'],
      ['signed', 'cancelled'],
    ]);
  }

  private async createDraws(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE expert_draw (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        purpose text NOT NULL CHECK (purpose IN ('group', 'replacement', 'thirdOpinion')),
        seed text NOT NULL,
        size int NOT NULL CHECK (size > 0),
        constraints jsonb NOT NULL,
        candidates jsonb NOT NULL,
        candidates_hash text NOT NULL,
        exclusions jsonb NOT NULL,
        drawn jsonb NOT NULL,
        drawn_by uuid,
        drawn_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, assessment_id, number),
        FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
        FOREIGN KEY (tenant_id, drawn_by) REFERENCES account (tenant_id, id)
      )`);
  }

  private async createSheets(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE score_sheet (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        expert_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'void')),
        version int NOT NULL DEFAULT 1,
        content_hash text CHECK (state <> 'submitted' OR content_hash IS NOT NULL),
        submitted_at timestamptz,
        voided_at timestamptz,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        created_at timestamptz NOT NULL DEFAULT statutory_now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
        FOREIGN KEY (tenant_id, expert_id) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX score_sheet_one_valid ON score_sheet (tenant_id, assessment_id, expert_id) WHERE state <> 'void'`);
    await enforceSteps(queryRunner, 'score_sheet', [
      ['draft', 'submitted'],
      ['draft', 'void'],
      ['submitted', 'void'],
    ]);
  }

  private async createFindings(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE assessment_finding (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        assessment_id uuid NOT NULL,
        visited_on date NOT NULL,
        people text[] NOT NULL CHECK (cardinality(people) > 0),
        finding text NOT NULL CHECK (finding <> ''),
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
        FOREIGN KEY (tenant_id, recorded_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX assessment_finding_of ON assessment_finding (tenant_id, assessment_id, id)');
  }

  /** An assignment is a place in the group: invited, in it once no conflict was declared, out once ended. */
  private async extendAssignments(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE expert_assignment
        ADD COLUMN assessment_id uuid,
        ADD COLUMN draw_id uuid,
        ADD COLUMN declared_at timestamptz,
        ADD COLUMN conflict text CHECK (conflict <> ''),
        ADD COLUMN end_reason text CHECK (end_reason <> ''),
        ADD FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
        ADD FOREIGN KEY (tenant_id, draw_id) REFERENCES expert_draw (tenant_id, id),
        ADD CHECK (conflict IS NULL OR ended_at IS NOT NULL)`);
    await queryRunner.query(
      'CREATE INDEX expert_assignment_by_assessment ON expert_assignment (tenant_id, assessment_id)',
    );
    await queryRunner.query(
      `GRANT UPDATE (declared_at, conflict, end_reason) ON expert_assignment TO ${APPLICATION_ROLE}`,
    );
    await queryRunner.query('ALTER TABLE expert_score ADD COLUMN sheet_id uuid');
  }

  private async keyScoresBySheet(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE expert_assignment ALTER COLUMN assessment_id SET NOT NULL');
    await queryRunner.query('DROP TRIGGER audit ON expert_score');
    await queryRunner.query(`
      ALTER TABLE expert_score DROP CONSTRAINT expert_score_pkey,
        ADD PRIMARY KEY (tenant_id, sheet_id, indicator, criterion),
        ADD FOREIGN KEY (tenant_id, sheet_id) REFERENCES score_sheet (tenant_id, id)`);
    await queryRunner.query('CREATE INDEX expert_score_by_year ON expert_score (tenant_id, year, center_id)');
    await auditTable(queryRunner, 'expert_score');
  }

  private async protect(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['expert_profile', 'assessment', 'score_sheet']) await enableTenantRls(queryRunner, table);
    await enableTenantRls(queryRunner, 'expert_draw', 'SELECT, INSERT');
    await enableTenantRls(queryRunner, 'assessment_finding', 'SELECT, INSERT');
    for (const table of ['expert_profile', 'assessment', 'score_sheet', 'expert_draw', 'assessment_finding']) {
      await auditTable(queryRunner, table);
    }
  }
}
