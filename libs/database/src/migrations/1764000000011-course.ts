import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** The statutory clock, the steps of every case, deadlines that are rows, and notifications. */
export class Course1764000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createClock(queryRunner);
    await this.createSteps(queryRunner);
    await this.createDeadlines(queryRunner);
    await this.createNotifications(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE notification, deadline_reminder, deadline, case_step');
    await queryRunner.query('DROP FUNCTION refuse_unknown_step, statutory_today, statutory_now');
    await queryRunner.query('DROP TABLE statutory_clock');
  }

  /** One function gives the statutory now; a test or a demonstration may shift it, a database that is not marked so may not. */
  private async createClock(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE statutory_clock (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        settable boolean NOT NULL DEFAULT false,
        shift interval NOT NULL DEFAULT '0',
        CHECK (settable OR shift = interval '0')
      )`);
    await queryRunner.query('INSERT INTO statutory_clock DEFAULT VALUES');
    await queryRunner.query(`GRANT SELECT ON statutory_clock TO ${APPLICATION_ROLE}`);
    await queryRunner.query(`
      CREATE FUNCTION statutory_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT now() + (SELECT shift FROM statutory_clock)
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION statutory_today() RETURNS date LANGUAGE sql STABLE AS $$
        SELECT (statutory_now() AT TIME ZONE 'Asia/Shanghai')::date
      $$`);
  }

  private async createSteps(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_unknown_step() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        earlier text := to_jsonb(OLD) ->> TG_ARGV[0];
        later text := to_jsonb(NEW) ->> TG_ARGV[0];
      BEGIN
        IF earlier IS DISTINCT FROM later AND NOT (earlier || '>' || later = ANY (TG_ARGV)) THEN
          RAISE EXCEPTION '% cannot go from % to %', TG_TABLE_NAME, earlier, later
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TABLE case_step (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        machine text NOT NULL,
        subject_id uuid NOT NULL,
        subject_version int NOT NULL,
        transition text NOT NULL,
        from_state text,
        to_state text NOT NULL,
        article text,
        actor_id uuid,
        reason text CHECK (reason <> ''),
        details jsonb NOT NULL DEFAULT '{}',
        taken_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, actor_id) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX case_step_by_subject ON case_step (tenant_id, subject_id, id)');
    await enableTenantRls(queryRunner, 'case_step', 'SELECT, INSERT');
    await auditTable(queryRunner, 'case_step');
  }

  /** A deadline ends with its day in Asia/Shanghai; whether it has is asked of the database's clock. */
  private async createDeadlines(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE deadline (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        center_id uuid,
        title text NOT NULL CHECK (title <> ''),
        due_on date NOT NULL,
        due_at timestamptz NOT NULL GENERATED ALWAYS AS ((due_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') STORED,
        arithmetic text NOT NULL CHECK (arithmetic <> ''),
        article text,
        holders jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'met', 'passed', 'cancelled')),
        late boolean NOT NULL DEFAULT false,
        set_at timestamptz NOT NULL DEFAULT statutory_now(),
        settled_at timestamptz,
        fault text,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        CHECK ((state = 'open') = (settled_at IS NULL))
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX deadline_one_open ON deadline (tenant_id, kind, subject_id) WHERE state = 'open'`);
    await queryRunner.query(`CREATE INDEX deadline_due ON deadline (tenant_id, due_at) WHERE state = 'open'`);
    await queryRunner.query('CREATE INDEX deadline_by_subject ON deadline (tenant_id, subject_id)');
    await enableTenantRls(queryRunner, 'deadline', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, late, settled_at, fault, due_on, arithmetic, holders) ON deadline TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'deadline');
    await queryRunner.query(`
      CREATE TABLE deadline_reminder (
        tenant_id uuid NOT NULL,
        deadline_id uuid NOT NULL,
        days_before int NOT NULL CHECK (days_before > 0),
        remind_on date NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (tenant_id, deadline_id, days_before),
        FOREIGN KEY (tenant_id, deadline_id) REFERENCES deadline (tenant_id, id)
      )`);
    await queryRunner.query(
      'CREATE INDEX deadline_reminder_due ON deadline_reminder (tenant_id, remind_on) WHERE sent_at IS NULL',
    );
    await enableTenantRls(queryRunner, 'deadline_reminder', 'SELECT, INSERT, UPDATE, DELETE');
    await auditTable(queryRunner, 'deadline_reminder');
  }

  private async createNotifications(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notification (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        kind text NOT NULL,
        key text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        texts jsonb NOT NULL,
        sent_at timestamptz NOT NULL DEFAULT statutory_now(),
        read_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, account_id, kind, key),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'notification', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (read_at) ON notification TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'notification', { ignored: ['read_at'] });
  }
}
