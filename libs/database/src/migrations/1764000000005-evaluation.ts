import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Rule sets, experts' scores, rating runs with their ratings, and revocation cases. */
export class Evaluation1764000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createRuleSets(queryRunner);
    await this.createExpertScores(queryRunner);
    await this.createRatings(queryRunner);
    await this.createRevocationCases(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE revocation_case, rating, rating_run, expert_score, rule_set');
  }

  private async createRuleSets(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rule_set (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        document_number text NOT NULL,
        title text NOT NULL,
        issued_on date NOT NULL,
        valid_through date NOT NULL CHECK (valid_through > issued_on),
        revision int NOT NULL,
        parameters jsonb NOT NULL,
        overrides jsonb NOT NULL DEFAULT '{}',
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, document_number, revision)
      )`);
    await enableTenantRls(queryRunner, 'rule_set', 'SELECT, INSERT');
  }

  private async createExpertScores(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE expert_score (
        tenant_id uuid NOT NULL,
        year int NOT NULL,
        center_id uuid NOT NULL,
        indicator text NOT NULL,
        criterion text NOT NULL,
        expert_id uuid NOT NULL,
        score numeric(5,2) NOT NULL CHECK (score BETWEEN 0 AND 100),
        opinion text NOT NULL CHECK (opinion <> ''),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, year, center_id, indicator, criterion, expert_id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, expert_id) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'expert_score');
  }

  private async createRatings(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rating_run (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        year int NOT NULL,
        state text NOT NULL DEFAULT 'open'
          CHECK (state IN ('open', 'scoring', 'reviewed', 'finalised', 'published')),
        rule_set_id uuid NOT NULL,
        computation int NOT NULL DEFAULT 1,
        started_by uuid NOT NULL,
        started_at timestamptz NOT NULL DEFAULT now(),
        computed_at timestamptz,
        failure text CHECK (failure IS NULL OR computed_at IS NULL),
        reviewed_by uuid,
        reviewed_at timestamptz,
        finalised_by uuid,
        finalised_at timestamptz,
        published_by uuid,
        published_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, year),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, started_by) REFERENCES account (tenant_id, id),
        CHECK (state NOT IN ('finalised', 'published') OR finalised_at IS NOT NULL),
        CHECK (state <> 'published' OR published_at IS NOT NULL)
      )`);
    await queryRunner.query(`
      CREATE TABLE rating (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        year int NOT NULL,
        center_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('rated', 'error')),
        total numeric CHECK ((state = 'rated') = (total IS NOT NULL)),
        grade text CHECK (grade IN ('excellent', 'good', 'pass', 'fail', 'notEvaluated'))
          CHECK ((state = 'rated') = (grade IS NOT NULL)),
        grade_reason text,
        first_evaluation boolean NOT NULL,
        missing_opinions int NOT NULL DEFAULT 0,
        plugin_id text NOT NULL,
        plugin_version text NOT NULL,
        inputs jsonb NOT NULL,
        inputs_hash text NOT NULL,
        sheet jsonb CHECK ((state = 'rated') = (sheet IS NOT NULL)),
        sheet_hash text,
        error jsonb CHECK ((state = 'error') = (error IS NOT NULL)),
        computed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, run_id, center_id),
        UNIQUE (tenant_id, year, center_id),
        FOREIGN KEY (tenant_id, run_id) REFERENCES rating_run (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    await this.freezeFinalisedRatings(queryRunner);
    await enableTenantRls(queryRunner, 'rating_run');
    await enableTenantRls(queryRunner, 'rating', 'SELECT, INSERT, DELETE');
  }

  /** A finalised rating is a decision: the database itself refuses to change, remove or add to it. */
  private async freezeFinalisedRatings(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change_of_final_rating() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        touched rating := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      BEGIN
        IF EXISTS (SELECT 1 FROM rating_run run WHERE run.tenant_id = touched.tenant_id AND run.id = touched.run_id
                   AND run.state IN ('finalised', 'published')) THEN
          RAISE EXCEPTION 'rating % belongs to a finalised run', touched.id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN touched;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER final_rating_stays BEFORE INSERT OR UPDATE OR DELETE ON rating
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_final_rating()`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_step_back_of_final_run() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'published' OR (OLD.state = 'finalised' AND NEW.state NOT IN ('finalised', 'published')) THEN
          RAISE EXCEPTION 'run % is % and cannot become %', OLD.id, OLD.state, NEW.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER final_run_stays BEFORE UPDATE ON rating_run
      FOR EACH ROW EXECUTE FUNCTION refuse_step_back_of_final_run()`);
  }

  private async createRevocationCases(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE revocation_case (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        ground text NOT NULL CHECK (ground IN ('consecutiveFails', 'falseMaterial', 'nonCooperation', 'unableToOperate')),
        facts jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'revoked', 'dismissed')),
        rule_set_id uuid NOT NULL,
        opened_by uuid,
        opened_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid,
        decided_at timestamptz,
        decision_reason text,
        exit_on date,
        ban_through date,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        CHECK (opened_by IS NOT NULL OR ground = 'consecutiveFails'),
        CHECK (opened_by IS NULL OR decided_by IS NULL OR opened_by <> decided_by),
        CHECK ((state = 'open') = (decided_at IS NULL)),
        CHECK (state = 'open' OR decision_reason <> ''),
        CHECK ((state = 'revoked') = (exit_on IS NOT NULL AND ban_through IS NOT NULL))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX revocation_case_one_open ON revocation_case (tenant_id, center_id, ground)
        WHERE state = 'open'`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_change_of_decided_case() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'open' THEN
          RAISE EXCEPTION 'revocation case % is decided', OLD.id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER decided_case_stays BEFORE UPDATE ON revocation_case
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decided_case()`);
    await enableTenantRls(queryRunner, 'revocation_case', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, decided_by, decided_at, decision_reason, exit_on, ban_through) ON revocation_case
      TO ${APPLICATION_ROLE}`);
  }
}
