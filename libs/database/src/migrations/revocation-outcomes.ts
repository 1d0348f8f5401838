import type { QueryRunner } from 'typeorm';
import { enforceSteps } from '../enforce-steps.js';
import { APPLICATION_ROLE } from '../tenant-rls.js';

/** What may change while a case goes on. */
const COURSE = [
  ...['state', 'version', 'updated_at', 'facts', 'invited_at', 'statement_due_on', 'statement_arithmetic'],
  ...['statement_kind', 'statement', 'stated_by', 'stated_at'],
  ...[
    'decided_by',
    'decided_at',
    'decision_reason',
    'exit_on',
    'ban_through',
    'ban_arithmetic',
    'banned_organization_id',
  ],
];

/** What a superior decision, or a corrected evaluation, adds to a case that is decided. */
const AFTERWARDS = [
  ...['state', 'version', 'updated_at', 'basis_flag'],
  ...['reversal', 'reversed_by', 'reversed_at', 'reversed_on'],
];

/** Lets a case of revocation go from its opening over the center's statement to the decision, and to its reversal (第十七条). */
export async function bringRevocationsForward(queryRunner: QueryRunner): Promise<void> {
  await addCourse(queryRunner);
  await renameOpen(queryRunner, 'open', 'opened');
  await constrainCourse(queryRunner);
  await keepSettled(queryRunner);
  await enforceSteps(queryRunner, 'revocation_case', [
    ['opened', 'statement'],
    ['opened', 'dismissed'],
    ['statement', 'heard'],
    ['heard', 'revoked'],
    ['heard', 'dismissed'],
    ['revoked', 'reversed'],
  ]);
}

/** Takes the course away again; a case under way is then merely open. */
export async function bringRevocationsBack(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query('DROP TRIGGER known_steps ON revocation_case');
  await queryRunner.query('DROP INDEX revocation_case_one_open');
  await queryRunner.query(`
    ALTER TABLE revocation_case
      DROP CONSTRAINT revocation_case_states, DROP CONSTRAINT revocation_case_undecided,
      DROP CONSTRAINT revocation_case_reasoned, DROP CONSTRAINT revocation_case_exit`);
  await renameOpen(queryRunner, 'opened', 'open');
  await queryRunner.query(`
    ALTER TABLE revocation_case ALTER COLUMN state SET DEFAULT 'open', ALTER COLUMN opened_at SET DEFAULT now(),
      DROP COLUMN version, DROP COLUMN updated_at, DROP COLUMN invited_at, DROP COLUMN statement_due_on,
      DROP COLUMN statement_arithmetic, DROP COLUMN statement_kind, DROP COLUMN statement, DROP COLUMN stated_by,
      DROP COLUMN stated_at, DROP COLUMN ban_arithmetic, DROP COLUMN banned_organization_id, DROP COLUMN reversal,
      DROP COLUMN reversed_by, DROP COLUMN reversed_at, DROP COLUMN reversed_on, DROP COLUMN basis_flag,
      ADD CHECK (state IN ('open', 'revoked', 'dismissed')),
      ADD CHECK ((state = 'open') = (decided_at IS NULL)),
      ADD CHECK (state = 'open' OR decision_reason <> ''),
      ADD CHECK ((state = 'revoked') = (exit_on IS NOT NULL AND ban_through IS NOT NULL))`);
  await queryRunner.query(`
    CREATE UNIQUE INDEX revocation_case_one_open ON revocation_case (tenant_id, center_id, ground) WHERE state = 'open'`);
}

async function addCourse(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE revocation_case
      DROP CONSTRAINT revocation_case_state_check, DROP CONSTRAINT revocation_case_check2,
      DROP CONSTRAINT revocation_case_check3, DROP CONSTRAINT revocation_case_check4,
      ADD COLUMN version int NOT NULL DEFAULT 1,
      ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
      ADD COLUMN invited_at timestamptz,
      ADD COLUMN statement_due_on date,
      ADD COLUMN statement_arithmetic text,
      ADD COLUMN statement_kind text CHECK (statement_kind IN ('stated', 'waived', 'lapsed')),
      ADD COLUMN statement text CHECK (statement <> ''),
      ADD COLUMN stated_by uuid,
      ADD COLUMN stated_at timestamptz,
      ADD COLUMN ban_arithmetic text,
      ADD COLUMN banned_organization_id uuid,
      ADD COLUMN reversal jsonb,
      ADD COLUMN reversed_by uuid,
      ADD COLUMN reversed_at timestamptz,
      ADD COLUMN reversed_on date,
      ADD COLUMN basis_flag text,
      ALTER COLUMN opened_at SET DEFAULT statutory_now(),
      ALTER COLUMN state SET DEFAULT 'opened'`);
  await queryRunner.query('DROP INDEX revocation_case_one_open');
}

/** Nobody did anything: no tenant is set and no log is told. */
async function renameOpen(queryRunner: QueryRunner, from: string, to: string): Promise<void> {
  await queryRunner.query('ALTER TABLE revocation_case NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER');
  await queryRunner.query('UPDATE revocation_case SET state = $2 WHERE state = $1', [from, to]);
  await queryRunner.query('ALTER TABLE revocation_case FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER');
}

/** Cases decided before the platform heard centers have no statement; from now on a case is heard before it is decided. */
async function constrainCourse(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    ALTER TABLE revocation_case
      ADD CONSTRAINT revocation_case_states
        CHECK (state IN ('opened', 'statement', 'heard', 'revoked', 'dismissed', 'reversed')),
      ADD CONSTRAINT revocation_case_undecided
        CHECK ((state IN ('opened', 'statement', 'heard')) = (decided_at IS NULL)),
      ADD CONSTRAINT revocation_case_reasoned CHECK (decided_at IS NULL OR decision_reason <> ''),
      ADD CONSTRAINT revocation_case_exit
        CHECK ((state IN ('revoked', 'reversed')) = (exit_on IS NOT NULL AND ban_through IS NOT NULL)),
      ADD CHECK (state NOT IN ('statement', 'heard') OR (invited_at IS NOT NULL AND statement_due_on IS NOT NULL)),
      ADD CHECK (state <> 'heard' OR statement_kind IS NOT NULL),
      ADD CHECK (statement_kind IS NULL OR stated_at IS NOT NULL),
      ADD CHECK (COALESCE(statement_kind, 'lapsed') = 'lapsed' OR (statement IS NOT NULL AND stated_by IS NOT NULL)),
      ADD CHECK ((state = 'reversed') = (reversal IS NOT NULL)),
      ADD CHECK ((reversal IS NULL) = (reversed_at IS NULL) AND (reversal IS NULL) = (reversed_on IS NULL)),
      ADD FOREIGN KEY (tenant_id, stated_by) REFERENCES account (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, reversed_by) REFERENCES account (tenant_id, id),
      ADD FOREIGN KEY (tenant_id, banned_organization_id) REFERENCES organization (tenant_id, id)`);
  await queryRunner.query(`
    CREATE UNIQUE INDEX revocation_case_one_open ON revocation_case (tenant_id, center_id, ground)
      WHERE state IN ('opened', 'statement', 'heard')`);
  const columns = [...new Set([...COURSE, ...AFTERWARDS])].join(', ');
  await queryRunner.query(`GRANT UPDATE (${columns}) ON revocation_case TO ${APPLICATION_ROLE}`);
}

/** A decision stays as it is, for ever: a reversal is written beside it. */
async function keepSettled(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE OR REPLACE FUNCTION refuse_change_of_decided_case() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state NOT IN ('opened', 'statement', 'heard') AND to_jsonb(NEW) - '{${AFTERWARDS.join(',')}}'::text[]
         IS DISTINCT FROM to_jsonb(OLD) - '{${AFTERWARDS.join(',')}}'::text[] THEN
        RAISE EXCEPTION 'revocation case % is decided', OLD.id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      IF OLD.state = 'reversed' AND NEW.reversal IS DISTINCT FROM OLD.reversal THEN
        RAISE EXCEPTION 'revocation case % is reversed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$`);
}
