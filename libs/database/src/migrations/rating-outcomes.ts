import type { QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** What of a rating is its result, and is kept of every version. */
const RESULT = [
  ...['state', 'total', 'grade', 'grade_reason', 'missing_opinions', 'plugin_version', 'inputs', 'inputs_hash'],
  ...['sheet', 'sheet_hash', 'error', 'computed_at', 'basis', 'correction_reason', 'corrected_by', 'corrected_at'],
];

/** Lets a published rating be corrected by a new version, the old one kept, and a center not be evaluated, which is no grade. */
export async function bringRatingsForward(queryRunner: QueryRunner): Promise<void> {
  await extendRatings(queryRunner);
  await nameNotEvaluated(queryRunner);
  await constrainRatings(queryRunner);
  await createVersions(queryRunner);
  await letCorrectionsPass(queryRunner);
}

/** Takes corrections away again. */
export async function bringRatingsBack(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('DROP TABLE rating_version');
  await queryRunner.query(`REVOKE UPDATE ON rating FROM ${APPLICATION_ROLE}`);
  await queryRunner.query('ALTER TABLE rating DROP CONSTRAINT rating_outcome');
  await queryRunner.query('ALTER TABLE rating NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER');
  await queryRunner.query(
    `UPDATE rating SET state = 'rated', grade = 'notEvaluated' WHERE state = 'notEvaluated' AND sheet IS NOT NULL`,
  );
  await queryRunner.query('ALTER TABLE rating FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER');
  await queryRunner.query(`
    ALTER TABLE rating DROP COLUMN version, DROP COLUMN basis, DROP COLUMN correction_reason, DROP COLUMN corrected_by,
      DROP COLUMN corrected_at`);
}

async function extendRatings(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE rating
      DROP CONSTRAINT rating_state_check, DROP CONSTRAINT rating_check, DROP CONSTRAINT rating_grade_check,
      DROP CONSTRAINT rating_check1, DROP CONSTRAINT rating_check2, DROP CONSTRAINT rating_check3,
      ADD COLUMN version int NOT NULL DEFAULT 1,
      ADD COLUMN basis text NOT NULL DEFAULT 'computed' CHECK (basis IN ('computed', 'corrected', 'stated')),
      ADD COLUMN correction_reason text CHECK (correction_reason <> ''),
      ADD COLUMN corrected_by uuid,
      ADD COLUMN corrected_at timestamptz`);
}

/** What was a grade becomes the state that it is; nobody did anything, so no log is told. */
async function nameNotEvaluated(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('ALTER TABLE rating NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER');
  await queryRunner.query(
    `UPDATE rating SET state = 'notEvaluated', grade = NULL, grade_reason = COALESCE(grade_reason, '未评估')
     WHERE grade = 'notEvaluated'`,
  );
  await queryRunner.query('ALTER TABLE rating FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER');
}

async function constrainRatings(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE rating
      ADD CONSTRAINT rating_outcome CHECK (CASE state
        WHEN 'rated' THEN total IS NOT NULL AND sheet IS NOT NULL AND error IS NULL
          AND COALESCE(grade IN ('excellent', 'good', 'pass', 'fail'), false)
        WHEN 'notEvaluated' THEN grade IS NULL AND grade_reason <> '' AND error IS NULL
          AND (total IS NULL) = (sheet IS NULL)
        WHEN 'error' THEN total IS NULL AND grade IS NULL AND sheet IS NULL AND error IS NOT NULL
        ELSE false END),
      ADD CHECK ((version = 1) = (basis = 'computed')),
      ADD CHECK ((version = 1) = (correction_reason IS NULL) AND (version = 1) = (corrected_by IS NULL)
        AND (version = 1) = (corrected_at IS NULL)),
      ADD FOREIGN KEY (tenant_id, corrected_by) REFERENCES account (tenant_id, id)`);
  await queryRunner.query(`GRANT UPDATE (version, ${RESULT.join(', ')}) ON rating TO ${APPLICATION_ROLE}`);
}

/** Every version that is no longer the one that counts, as it was. */
async function createVersions(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE rating_version (
      tenant_id uuid NOT NULL,
      rating_id uuid NOT NULL,
      version int NOT NULL,
      state text NOT NULL,
      total numeric,
      grade text,
      grade_reason text,
      missing_opinions int NOT NULL,
      plugin_version text NOT NULL,
      inputs jsonb NOT NULL,
      inputs_hash text NOT NULL,
      sheet jsonb,
      sheet_hash text,
      error jsonb,
      computed_at timestamptz NOT NULL,
      basis text NOT NULL,
      correction_reason text,
      corrected_by uuid,
      corrected_at timestamptz,
      replaced_at timestamptz NOT NULL DEFAULT statutory_now(),
      PRIMARY KEY (tenant_id, rating_id, version),
      FOREIGN KEY (tenant_id, rating_id) REFERENCES rating (tenant_id, id)
    )`);
  await enableTenantRls(queryRunner, 'rating_version', 'SELECT, INSERT');
  await auditTable(queryRunner, 'rating_version', { bulky: ['inputs', 'sheet'] });
}

/**
 * A finalised rating is a decision: the database refuses to change, remove or add to it, but for the erasure of its tenant and for the
 * next version of one whose present version has just been kept as it is. The names are qualified: the erasure has no search path.
 */
async function letCorrectionsPass(queryRunner: QueryRunner): Promise<void> {
  const same = RESULT.map((name) => `kept.${name} IS NOT DISTINCT FROM OLD.${name}`).join(' AND ');
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION refuse_change_of_final_rating() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
    DECLARE
      touched public.rating := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF TG_OP = 'DELETE' AND public.is_erasing(OLD.tenant_id) THEN
        RETURN OLD;
      END IF;
      IF EXISTS (SELECT 1 FROM public.rating_run run WHERE run.tenant_id = touched.tenant_id AND run.id = touched.run_id
                 AND run.state IN ('finalised', 'published')) THEN
        IF TG_OP = 'UPDATE' AND NEW.version = OLD.version + 1 AND NEW.corrected_at IS NOT NULL
           AND EXISTS (SELECT 1 FROM public.rating_version kept WHERE kept.tenant_id = OLD.tenant_id
             AND kept.rating_id = OLD.id AND kept.version = OLD.version AND ${same}) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'rating % belongs to a finalised run', touched.id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN touched;
    END $$`);
}
