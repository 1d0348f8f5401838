import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps } from '../enforce-steps.js';
import { enableTenantRls } from '../tenant-rls.js';

/** The year of an active center: annual reports (第十五条), change reports (第十八条) and what names, leads and members were when. */
export class CenterYear1764000000019 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createAnnualReports(queryRunner);
    await this.createChangeReports(queryRunner);
    await this.createHistory(queryRunner);
    await this.createMembership(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE organization_succession, center_former_member, center_history, organization_history, change_report,
        annual_report_filing, annual_report`);
    await queryRunner.query('ALTER TABLE center_member DROP COLUMN joined_on');
    await queryRunner.query('ALTER TABLE organization DROP COLUMN address, DROP COLUMN legal_representative');
  }

  private async createAnnualReports(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE annual_report (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        rule_set_id uuid NOT NULL,
        due_on date NOT NULL,
        arithmetic text NOT NULL CHECK (arithmetic <> ''),
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'filed', 'returned', 'accepted')),
        texts jsonb NOT NULL DEFAULT '{}',
        remarks jsonb NOT NULL DEFAULT '[]',
        filed_on date,
        days_late int CHECK (days_late >= 0),
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((state = 'draft') = (filed_on IS NULL) AND (filed_on IS NULL) = (days_late IS NULL)),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, center_id, year),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'annual_report');
    await auditTable(queryRunner, 'annual_report');
    await enforceSteps(queryRunner, 'annual_report', [
      ['draft', 'filed'],
      ['returned', 'filed'],
      ['filed', 'returned'],
      ['filed', 'accepted'],
    ]);
    // What was filed stays as it was, however often it is filed again.
    await queryRunner.query(`
      CREATE TABLE annual_report_filing (
        tenant_id uuid NOT NULL,
        report_id uuid NOT NULL,
        number int NOT NULL CHECK (number > 0),
        filed_on date NOT NULL DEFAULT statutory_today(),
        filed_at timestamptz NOT NULL DEFAULT statutory_now(),
        filed_by uuid NOT NULL,
        snapshot jsonb NOT NULL,
        snapshot_hash text NOT NULL CHECK (snapshot_hash ~ '^[0-9a-f]{64}$'),
        PRIMARY KEY (tenant_id, report_id, number),
        FOREIGN KEY (tenant_id, report_id) REFERENCES annual_report (tenant_id, id),
        FOREIGN KEY (tenant_id, filed_by) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'annual_report_filing', 'SELECT, INSERT');
    await auditTable(queryRunner, 'annual_report_filing', { bulky: ['snapshot'] });
  }

  private async createChangeReports(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE change_report (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        rule_set_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('centerRename', 'organizationRename', 'merger', 'split', 'reorganisation',
          'memberJoins', 'memberLeaves', 'relocation', 'legalRepresentative')),
        effective_on date NOT NULL,
        description text NOT NULL CHECK (description <> ''),
        content jsonb NOT NULL,
        state text NOT NULL DEFAULT 'draft'
          CHECK (state IN ('draft', 'filed', 'returned', 'approved', 'refused', 'withdrawn')),
        due_on date NOT NULL,
        arithmetic text NOT NULL CHECK (arithmetic <> ''),
        created_by uuid NOT NULL,
        filed_by uuid,
        filed_on date,
        days_late int CHECK (days_late >= 0),
        remarks jsonb NOT NULL DEFAULT '[]',
        outcome jsonb,
        decided_by uuid CHECK (decided_by <> filed_by),
        decided_on date,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, created_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, filed_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, decided_by) REFERENCES account (tenant_id, id),
        CHECK ((filed_by IS NULL) = (filed_on IS NULL) AND (filed_on IS NULL) = (days_late IS NULL)),
        CHECK (state NOT IN ('filed', 'approved', 'refused') OR filed_on IS NOT NULL),
        CHECK ((state IN ('approved', 'refused')) = (decided_by IS NOT NULL)),
        CHECK ((state = 'approved') = (outcome IS NOT NULL))
      )`);
    await queryRunner.query('CREATE INDEX change_report_by_center ON change_report (tenant_id, center_id, id DESC)');
    await enableTenantRls(queryRunner, 'change_report');
    await auditTable(queryRunner, 'change_report');
    await enforceSteps(queryRunner, 'change_report', [
      ['draft', 'filed'],
      ['returned', 'filed'],
      ['filed', 'returned'],
      ['filed', 'approved'],
      ['filed', 'refused'],
      ['draft', 'withdrawn'],
      ['filed', 'withdrawn'],
      ['returned', 'withdrawn'],
    ]);
  }

  /**
   * What a field said through a day; from the next day on the next row says, and in the end the organization or the center itself. So
   * there is exactly one value a day: no two spells can overlap, and none can be missing.
   */
  private async createHistory(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE organization ADD COLUMN address text, ADD COLUMN legal_representative text');
    const fields = {
      organization: ['name', 'address', 'legalRepresentative', 'regionId'],
      center: ['name', 'leadOrganizationId', 'regionId'],
    };
    for (const [subject, names] of Object.entries(fields)) {
      const table = `${subject}_history`;
      await queryRunner.query(`
        CREATE TABLE ${table} (
          tenant_id uuid NOT NULL,
          ${subject}_id uuid NOT NULL,
          field text NOT NULL CHECK (field IN (${names.map((name) => `'${name}'`).join(', ')})),
          valid_through date NOT NULL,
          value text,
          change_report_id uuid NOT NULL,
          PRIMARY KEY (tenant_id, ${subject}_id, field, valid_through),
          FOREIGN KEY (tenant_id, ${subject}_id) REFERENCES ${subject} (tenant_id, id),
          FOREIGN KEY (tenant_id, change_report_id) REFERENCES change_report (tenant_id, id)
        )`);
      await enableTenantRls(queryRunner, table);
      await auditTable(queryRunner, table);
    }
    await queryRunner.query(`
      CREATE TABLE organization_succession (
        tenant_id uuid NOT NULL,
        predecessor_id uuid NOT NULL,
        successor_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('merger', 'split', 'reorganisation')),
        effective_on date NOT NULL,
        change_report_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, predecessor_id, successor_id),
        FOREIGN KEY (tenant_id, predecessor_id) REFERENCES organization (tenant_id, id),
        FOREIGN KEY (tenant_id, successor_id) REFERENCES organization (tenant_id, id),
        FOREIGN KEY (tenant_id, change_report_id) REFERENCES change_report (tenant_id, id)
      )`);
    await queryRunner.query(
      'CREATE INDEX organization_succession_by_successor ON organization_succession (tenant_id, successor_id)',
    );
    await enableTenantRls(queryRunner, 'organization_succession', 'SELECT, INSERT');
    await auditTable(queryRunner, 'organization_succession');
  }

  /** Who belongs to a consortium is in `center_member`; who did, and until when, here. */
  private async createMembership(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE center_member ADD COLUMN joined_on date');
    await queryRunner.query(`
      CREATE TABLE center_former_member (
        tenant_id uuid NOT NULL,
        center_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        joined_on date CHECK (joined_on < left_on),
        left_on date NOT NULL,
        change_report_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, center_id, organization_id, left_on),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
        FOREIGN KEY (tenant_id, change_report_id) REFERENCES change_report (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'center_former_member', 'SELECT, INSERT');
    await auditTable(queryRunner, 'center_former_member');
  }
}
