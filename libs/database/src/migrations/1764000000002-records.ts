import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenantRls } from '../tenant-rls.js';

/** The first and the last year that has a partition of service records; a later migration adds years. */
const FIRST_YEAR = 2018;
const LAST_YEAR = 2040;

/** Columns that say what was served or held; service records and resources share them, so that one measure reads both. */
const SUBJECT_COLUMNS = `
        title text NOT NULL CHECK (title <> ''),
        region text,
        industry text,
        link text,
        field text,
        enterprise text CHECK (enterprise ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        enterprise_name text,
        sme boolean NOT NULL DEFAULT false,
        above_scale boolean NOT NULL DEFAULT false,
        discounted boolean NOT NULL DEFAULT false,
        evidence jsonb NOT NULL DEFAULT '[]',
        verification text NOT NULL DEFAULT 'unverified' CHECK (verification IN ('unverified', 'verified', 'rejected')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'void')),
        void_reason text CHECK ((status = 'void') = (void_reason IS NOT NULL)),
        version int NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()`;

/** Centers with their members, and what is recorded of them: service records by year, resources, facts, reference figures. */
export class Records1764000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createCenters(queryRunner);
    await this.createServiceRecords(queryRunner);
    await this.createResources(queryRunner);
    await this.createFigures(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE reference_figure, yearly_fact, resource, service_record, center_member, center',
    );
  }

  private async createCenters(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE center (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        category text NOT NULL,
        variant text,
        industry text,
        region_id uuid NOT NULL,
        lead_organization_id uuid NOT NULL,
        status text NOT NULL DEFAULT 'candidate' CHECK (status IN ('candidate', 'active', 'revoked', 'withdrawn')),
        announced_on date CHECK (status <> 'active' OR announced_on IS NOT NULL),
        exited_on date CHECK ((status IN ('revoked', 'withdrawn')) = (exited_on IS NOT NULL)),
        version int NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, name),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id),
        FOREIGN KEY (tenant_id, lead_organization_id) REFERENCES organization (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX center_one_per_lead ON center (tenant_id, lead_organization_id)
        WHERE status IN ('candidate', 'active')`);
    await queryRunner.query(`
      CREATE TABLE center_member (
        tenant_id uuid NOT NULL,
        center_id uuid NOT NULL,
        organization_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, center_id, organization_id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'center');
    await enableTenantRls(queryRunner, 'center_member', 'SELECT, INSERT, DELETE');
  }

  private async createServiceRecords(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE service_record (
        tenant_id uuid NOT NULL,
        year int NOT NULL,
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        type text NOT NULL,
        served_on date NOT NULL CHECK (year = extract(year FROM served_on)),
        headcount int NOT NULL DEFAULT 0 CHECK (headcount >= 0),
        amount numeric(18,2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
        ${SUBJECT_COLUMNS},
        PRIMARY KEY (tenant_id, year, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      ) PARTITION BY RANGE (year)`);
    await enableTenantRls(queryRunner, 'service_record');
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      const partition = `service_record_${year}`;
      await queryRunner.query(
        `CREATE TABLE ${partition} PARTITION OF service_record FOR VALUES FROM (${year}) TO (${year + 1})`,
      );
      await enableTenantRls(queryRunner, partition, '');
    }
    await queryRunner.query('CREATE INDEX service_record_by_center ON service_record (tenant_id, center_id, id DESC)');
    await queryRunner.query('CREATE INDEX service_record_by_id ON service_record (tenant_id, id)');
  }

  private async createResources(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resource (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        center_id uuid NOT NULL,
        kind text NOT NULL,
        partner_kind text,
        acquired_on date NOT NULL,
        retired_on date CHECK (retired_on >= acquired_on),
        ${SUBJECT_COLUMNS},
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'resource');
    await queryRunner.query('CREATE INDEX resource_by_center ON resource (tenant_id, center_id, id DESC)');
  }

  private async createFigures(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE yearly_fact (
        tenant_id uuid NOT NULL,
        center_id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        name text NOT NULL,
        value numeric(20,4) NOT NULL,
        evidence jsonb NOT NULL DEFAULT '[]',
        version int NOT NULL DEFAULT 1,
        created_by uuid,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, center_id, year, name),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE TABLE reference_figure (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        name text NOT NULL,
        industry text NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        value numeric(20,4) NOT NULL CHECK (value >= 0),
        source text NOT NULL CHECK (source <> ''),
        created_by uuid,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, name, industry, year)
      )`);
    await enableTenantRls(queryRunner, 'yearly_fact');
    await enableTenantRls(queryRunner, 'reference_figure');
  }
}
