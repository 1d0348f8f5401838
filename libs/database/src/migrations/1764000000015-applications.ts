import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps, type StateStep } from '../enforce-steps.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** The edges of `application.machine.ts`. */
const STEPS: readonly StateStep[] = [
  ['draft', 'submitted'],
  ['draft', 'formalReview'],
  ['returned', 'submitted'],
  ['returned', 'formalReview'],
  ['returned', 'assessment'],
  ['submitted', 'returned'],
  ['formalReview', 'returned'],
  ['assessment', 'returned'],
  ['proposed', 'returned'],
  ['submitted', 'formalReview'],
  ['submitted', 'rejected'],
  ['formalReview', 'rejected'],
  ['formalReview', 'assessment'],
  ['assessment', 'proposed'],
  ['assessment', 'notPassed'],
  ['proposed', 'onNotice'],
  ['onNotice', 'proposed'],
  ['onNotice', 'notPassed'],
  ['proposed', 'notPassed'],
  ['onNotice', 'announced'],
  ['draft', 'withdrawn'],
  ['submitted', 'withdrawn'],
  ['returned', 'withdrawn'],
  ['formalReview', 'withdrawn'],
  ['assessment', 'withdrawn'],
  ['proposed', 'withdrawn'],
  ['onNotice', 'withdrawn'],
];

/** The yearly round and the applications in it, with what was submitted and what was permitted by way of exception (第九条、第十条). */
export class Applications1764000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.permitExceptions(queryRunner);
    await this.grantSubmission(queryRunner);
    await this.createRounds(queryRunner);
    await this.createApplications(queryRunner);
    await this.createParts(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE application_override, application_submission, application_member, application, round',
    );
    await queryRunner.query('ALTER TABLE account_role DROP CONSTRAINT account_role_duties');
    await setDuties(queryRunner, `'{}'`);
    await queryRunner.query(`
      ALTER TABLE account_role ADD CHECK (duties <@ ARRAY['system', 'security']),
        ADD CHECK ((role = 'provinceAdministrator') = (cardinality(duties) > 0))`);
    await queryRunner.query('ALTER TABLE center DROP COLUMN by_exception');
    await queryRunner.query(`
      CREATE UNIQUE INDEX center_one_per_lead ON center (tenant_id, lead_organization_id)
        WHERE status IN ('candidate', 'active')`);
  }

  /** 第八条 is a rule in principle: a center of a lead that has one already exists by a written exception only. */
  private async permitExceptions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE center ADD COLUMN by_exception boolean NOT NULL DEFAULT false');
    await queryRunner.query('DROP INDEX center_one_per_lead');
    await queryRunner.query(`
      CREATE UNIQUE INDEX center_one_per_lead ON center (tenant_id, lead_organization_id)
        WHERE status IN ('candidate', 'active') AND NOT by_exception`);
  }

  /** Who fills in does not thereby submit: that is a duty of its own. Operators of before keep what they could do. */
  private async grantSubmission(queryRunner: QueryRunner): Promise<void> {
    const checks = (await queryRunner.query(
      `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'account_role'::regclass AND contype = 'c'
         AND pg_get_constraintdef(oid) LIKE '%duties%'`,
    )) as { name: string }[];
    for (const { name } of checks) await queryRunner.query(`ALTER TABLE account_role DROP CONSTRAINT "${name}"`);
    await setDuties(queryRunner, `ARRAY['submission']`);
    await queryRunner.query(`
      ALTER TABLE account_role ADD CONSTRAINT account_role_duties CHECK (CASE role
        WHEN 'provinceAdministrator' THEN duties <@ ARRAY['system', 'security'] AND cardinality(duties) > 0
        WHEN 'centerOperator' THEN duties <@ ARRAY['submission']
        ELSE duties = '{}' END)`);
  }

  private async createRounds(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE round (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        title text NOT NULL CHECK (title <> ''),
        notice text NOT NULL CHECK (notice <> ''),
        opens_on date NOT NULL CHECK (extract(year FROM opens_on) = year),
        closes_on date NOT NULL CHECK (closes_on >= opens_on),
        rule_set_id uuid NOT NULL,
        version int NOT NULL DEFAULT 1,
        called_by uuid NOT NULL,
        called_at timestamptz NOT NULL DEFAULT statutory_now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        CONSTRAINT round_one_a_year UNIQUE (tenant_id, year),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, called_by) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'round', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (title, notice, opens_on, closes_on, rule_set_id, version, updated_at) ON round TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'round');
  }

  /** `dossier_hash` is that of the whole content: what the members sign, and what the audit log tells of a change. */
  private async createApplications(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE application (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        round_id uuid NOT NULL,
        year int NOT NULL,
        center_id uuid NOT NULL,
        lead_organization_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        category text NOT NULL,
        variant text,
        industry text,
        region_id uuid NOT NULL,
        route text NOT NULL CHECK (route IN ('local', 'direct')),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'returned', 'formalReview',
          'assessment', 'proposed', 'onNotice', 'announced', 'rejected', 'notPassed', 'withdrawn')),
        version int NOT NULL DEFAULT 1,
        rule_set_id uuid NOT NULL,
        plugin_version text NOT NULL,
        dossier jsonb NOT NULL DEFAULT '{}',
        dossier_hash text NOT NULL CHECK (dossier_hash ~ '^[0-9a-f]{64}$'),
        claimed jsonb NOT NULL DEFAULT '{}',
        facts jsonb NOT NULL DEFAULT '{}',
        submissions int NOT NULL DEFAULT 0 CHECK (submissions >= 0),
        submitted_at timestamptz CHECK ((submitted_at IS NULL) = (submissions = 0)),
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT statutory_now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, lead_organization_id) REFERENCES organization (tenant_id, id),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX application_one_a_lead ON application (tenant_id, round_id, lead_organization_id)
        WHERE state <> 'withdrawn'`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX application_one_a_center ON application (tenant_id, center_id, year) WHERE state <> 'withdrawn'`);
    await queryRunner.query('CREATE INDEX application_by_round ON application (tenant_id, round_id, id DESC)');
    await enableTenantRls(queryRunner, 'application', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (name, variant, industry, region_id, route, state, version, dossier, dossier_hash, claimed, facts, submissions,
        submitted_at, updated_at) ON application TO ${APPLICATION_ROLE}`);
    await enforceSteps(queryRunner, 'application', STEPS);
    await auditTable(queryRunner, 'application', { bulky: ['dossier'] });
  }

  private async createParts(queryRunner: QueryRunner): Promise<void> {
    await this.createMembers(queryRunner);
    await queryRunner.query(`
      CREATE TABLE application_submission (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        content jsonb NOT NULL,
        content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, application_id, number),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, submitted_by) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'application_submission', 'SELECT, INSERT');
    await auditTable(queryRunner, 'application_submission', { bulky: ['content'] });
    await queryRunner.query(`
      CREATE TABLE application_override (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        application_id uuid NOT NULL,
        rule text NOT NULL CHECK (rule IN ('organization', 'industry')),
        center_ids uuid[] NOT NULL CHECK (cardinality(center_ids) > 0),
        reason text NOT NULL CHECK (reason <> ''),
        decided_by uuid NOT NULL,
        decided_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, decided_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(
      'CREATE INDEX application_override_by_application ON application_override (tenant_id, application_id)',
    );
    await enableTenantRls(queryRunner, 'application_override', 'SELECT, INSERT');
    await auditTable(queryRunner, 'application_override');
  }

  /** A sign-off holds for the content of its hash; whatever comes later voids it without anybody having to think of it. */
  private async createMembers(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE application_member (
        tenant_id uuid NOT NULL,
        application_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        signed_by uuid,
        signed_at timestamptz,
        signed_hash text CHECK (signed_hash ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (tenant_id, application_id, organization_id),
        FOREIGN KEY (tenant_id, application_id) REFERENCES application (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
        FOREIGN KEY (tenant_id, signed_by) REFERENCES account (tenant_id, id),
        CHECK ((signed_by IS NULL) = (signed_at IS NULL) AND (signed_by IS NULL) = (signed_hash IS NULL))
      )`);
    await queryRunner.query(
      'CREATE INDEX application_member_by_organization ON application_member (tenant_id, organization_id)',
    );
    await enableTenantRls(queryRunner, 'application_member', 'SELECT, INSERT, DELETE');
    await queryRunner.query(`
      GRANT UPDATE (signed_by, signed_at, signed_hash) ON application_member TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'application_member');
  }
}

/** Of every operator of every tenant, past policies and audit log: nobody decided on it, the schema changed. */
async function setDuties(queryRunner: QueryRunner, duties: string): Promise<void> {
  await queryRunner.query('ALTER TABLE account_role NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER audit');
  await queryRunner.query(`UPDATE account_role SET duties = ${duties} WHERE role = 'centerOperator'`);
  await queryRunner.query('ALTER TABLE account_role FORCE ROW LEVEL SECURITY, ENABLE TRIGGER audit');
}
