import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps, type StateStep } from '../enforce-steps.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';
import { bringRatingsBack, bringRatingsForward } from './rating-outcomes.js';
import { bringRevocationsBack, bringRevocationsForward } from './revocation-outcomes.js';

const RUN_STEPS: readonly StateStep[] = [
  ['open', 'scoring'],
  ['scoring', 'open'],
  ['reviewed', 'open'],
  ['scoring', 'reviewed'],
  ['reviewed', 'scoring'],
  ['reviewed', 'finalised'],
  ['finalised', 'published'],
];

const OBJECTION_STEPS: readonly StateStep[] = [
  ['filed', 'upheld'],
  ['filed', 'rejected'],
  ['filed', 'withdrawn'],
];

/** The human steps of a rating run, corrections that leave the old result readable, and the whole course of a revocation. */
export class Outcomes1764000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await bringRevocationsForward(queryRunner);
    await bringRatingsForward(queryRunner);
    await this.extendRuns(queryRunner);
    await this.createRemarks(queryRunner);
    await this.createObjections(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE rating_objection, rating_remark');
    await queryRunner.query('DROP TRIGGER known_steps ON rating_run');
    await queryRunner.query(`
      ALTER TABLE rating_run DROP COLUMN version, DROP COLUMN updated_at, DROP COLUMN frozen_at,
        DROP COLUMN disclosed_by, DROP COLUMN disclosed_at`);
    await bringRatingsBack(queryRunner);
    await bringRevocationsBack(queryRunner);
  }

  /** Computation and freezing are told by real time, as experts' scores are; what people do, by the statutory clock. */
  private async extendRuns(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE rating_run
        ADD COLUMN version int NOT NULL DEFAULT 1,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN frozen_at timestamptz,
        ADD COLUMN disclosed_by uuid,
        ADD COLUMN disclosed_at timestamptz,
        ALTER COLUMN started_at SET DEFAULT statutory_now()`);
    await enforceSteps(queryRunner, 'rating_run', RUN_STEPS);
  }

  /** What an officer says of a center in a run, which no computation takes away. */
  private async createRemarks(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rating_remark (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        center_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('notEvaluated', 'nonCooperation')),
        reason text NOT NULL CHECK (reason <> ''),
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL DEFAULT statutory_now(),
        withdrawn_by uuid,
        withdrawn_at timestamptz,
        withdrawal_reason text CHECK (withdrawal_reason <> ''),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, run_id) REFERENCES rating_run (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, made_by) REFERENCES account (tenant_id, id),
        CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_by IS NULL))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX rating_remark_one ON rating_remark (tenant_id, run_id, center_id, kind)
        WHERE withdrawn_at IS NULL`);
    await enableTenantRls(queryRunner, 'rating_remark', 'SELECT, INSERT');
    await queryRunner.query(
      `GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON rating_remark TO ${APPLICATION_ROLE}`,
    );
    await auditTable(queryRunner, 'rating_remark');
  }

  /** By run and center, as a computation makes the rating anew; the answer remembers which computation it was given upon. */
  private async createObjections(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rating_objection (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        run_id uuid NOT NULL,
        center_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'filed' CHECK (state IN ('filed', 'upheld', 'rejected', 'withdrawn')),
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        objection text NOT NULL CHECK (objection <> ''),
        filed_by uuid NOT NULL,
        filed_at timestamptz NOT NULL DEFAULT statutory_now(),
        answer text CHECK (answer <> ''),
        answered_by uuid,
        answered_at timestamptz,
        answered_computation int,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, run_id) REFERENCES rating_run (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, filed_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, answered_by) REFERENCES account (tenant_id, id),
        CHECK ((state IN ('upheld', 'rejected')) = (answered_at IS NOT NULL)),
        CHECK (answered_at IS NULL OR (answer IS NOT NULL AND answered_by <> filed_by))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX rating_objection_one_open ON rating_objection (tenant_id, run_id, center_id)
        WHERE state = 'filed'`);
    await enableTenantRls(queryRunner, 'rating_objection', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, version, updated_at, answer, answered_by, answered_at, answered_computation)
      ON rating_objection TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'rating_objection');
    await enforceSteps(queryRunner, 'rating_objection', OBJECTION_STEPS);
  }
}
