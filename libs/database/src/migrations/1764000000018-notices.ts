import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps } from '../enforce-steps.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Public notices (第十三条) with their objections, and announcements (第十四条). */
export class Notices1764000000018 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createNotices(queryRunner);
    await this.createObjections(queryRunner);
    await this.createAnnouncements(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE announcement_entry, announcement, objection, notice_entry, public_notice');
    await queryRunner.query('DROP FUNCTION refuse_early_end');
  }

  /** What was published never changes; the database itself refuses to end a notice before its last day is over. */
  private async createNotices(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE public_notice (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        round_id uuid NOT NULL,
        year int NOT NULL,
        subject text NOT NULL CHECK (subject <> ''),
        rule_set_id uuid NOT NULL,
        renews_id uuid,
        renewal_reason text CHECK ((renews_id IS NULL) = (renewal_reason IS NULL)),
        contact jsonb NOT NULL,
        snapshot jsonb NOT NULL,
        snapshot_hash text NOT NULL CHECK (length(snapshot_hash) = 64),
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'ended')),
        version int NOT NULL DEFAULT 1,
        published_by uuid NOT NULL,
        published_at timestamptz NOT NULL DEFAULT statutory_now(),
        published_on date NOT NULL,
        working_days int NOT NULL CHECK (working_days > 0),
        counts_first_day boolean NOT NULL,
        through date NOT NULL CHECK (through > published_on OR (counts_first_day AND through = published_on)),
        due_at timestamptz NOT NULL GENERATED ALWAYS AS ((through + 1)::timestamp AT TIME ZONE 'Asia/Shanghai') STORED,
        arithmetic text NOT NULL,
        ended_at timestamptz CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, renews_id) REFERENCES public_notice (tenant_id, id),
        FOREIGN KEY (tenant_id, published_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE FUNCTION refuse_early_end() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'ended' AND statutory_now() < OLD.due_at THEN
          RAISE EXCEPTION 'notice % runs through %', OLD.id, OLD.through USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER runs_to_its_end BEFORE UPDATE ON public_notice FOR EACH ROW EXECUTE FUNCTION refuse_early_end()`);
    await enforceSteps(queryRunner, 'public_notice', [['running', 'ended']]);
    await enableTenantRls(queryRunner, 'public_notice', 'SELECT, INSERT');
    await queryRunner.query(
      `GRANT UPDATE (state, version, ended_at, updated_at) ON public_notice TO ${APPLICATION_ROLE}`,
    );
    await auditTable(queryRunner, 'public_notice', { bulky: ['snapshot'] });
    await queryRunner.query(`
      CREATE TABLE notice_entry (
        tenant_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        application_id uuid NOT NULL,
        center_id uuid NOT NULL,
        outcome text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'announced', 'renewed', 'failed', 'withdrawn')),
        PRIMARY KEY (tenant_id, notice_id, application_id),
        FOREIGN KEY (tenant_id, notice_id) REFERENCES public_notice (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX notice_entry_one_open ON notice_entry (tenant_id, application_id) WHERE outcome = 'open'`);
    await enableTenantRls(queryRunner, 'notice_entry', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (outcome) ON notice_entry TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'notice_entry');
  }

  private async createObjections(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE objection (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        notice_id uuid NOT NULL,
        application_id uuid NOT NULL,
        receipt text NOT NULL,
        ticket_hash text,
        objector_kind text NOT NULL CHECK (objector_kind IN ('person', 'organization')),
        objector_name text NOT NULL CHECK (objector_name <> ''),
        identity_number text NOT NULL,
        phone text NOT NULL,
        email text,
        content text NOT NULL CHECK (content <> ''),
        filed_by uuid,
        filed_at timestamptz NOT NULL DEFAULT statutory_now(),
        state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'inadmissible', 'dismissed', 'upheld')),
        version int NOT NULL DEFAULT 1,
        findings text,
        answer text CHECK ((state = 'received') = (answer IS NULL)),
        consequence text CHECK (consequence IN ('none', 'renew', 'fail')),
        decided_by uuid,
        decided_at timestamptz,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, receipt),
        FOREIGN KEY (tenant_id, notice_id, application_id) REFERENCES notice_entry (tenant_id, notice_id, application_id),
        FOREIGN KEY (tenant_id, filed_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, decided_by) REFERENCES account (tenant_id, id),
        CHECK ((state = 'received') = (decided_at IS NULL)),
        CHECK ((state = 'upheld') = (coalesce(consequence, 'none') <> 'none')),
        CHECK (filed_by IS NULL OR decided_by IS NULL OR filed_by <> decided_by)
      )`);
    await queryRunner.query('CREATE INDEX objection_by_notice ON objection (tenant_id, notice_id)');
    await enforceSteps(queryRunner, 'objection', [
      ['received', 'inadmissible'],
      ['received', 'dismissed'],
      ['received', 'upheld'],
    ]);
    await enableTenantRls(queryRunner, 'objection', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, version, findings, answer, consequence, decided_by, decided_at, updated_at) ON objection
      TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'objection', { secret: ['ticket_hash', 'identity_number', 'phone', 'email'] });
  }

  private async createAnnouncements(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE announcement (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        round_id uuid NOT NULL,
        year int NOT NULL,
        snapshot jsonb NOT NULL,
        snapshot_hash text NOT NULL CHECK (length(snapshot_hash) = 64),
        announced_by uuid NOT NULL,
        announced_at timestamptz NOT NULL DEFAULT statutory_now(),
        announced_on date NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id),
        FOREIGN KEY (tenant_id, announced_by) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'announcement', 'SELECT, INSERT');
    await auditTable(queryRunner, 'announcement', { bulky: ['snapshot'] });
    await queryRunner.query(`
      CREATE TABLE announcement_entry (
        tenant_id uuid NOT NULL,
        announcement_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        application_id uuid NOT NULL,
        center_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, announcement_id, application_id),
        UNIQUE (tenant_id, application_id),
        FOREIGN KEY (tenant_id, announcement_id) REFERENCES announcement (tenant_id, id),
        FOREIGN KEY (tenant_id, notice_id, application_id) REFERENCES notice_entry (tenant_id, notice_id, application_id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'announcement_entry', 'SELECT, INSERT');
    await auditTable(queryRunner, 'announcement_entry');
  }
}
