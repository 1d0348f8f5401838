import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Tenants, their reviewing bodies, organizations, people and development tokens. */
export class Foundation1764000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE tenant (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
        name text NOT NULL,
        department text NOT NULL,
        document_prefix text NOT NULL,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await queryRunner.query(`GRANT SELECT ON tenant TO ${APPLICATION_ROLE}`);
    await queryRunner.query(`
      CREATE TABLE region (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        name text NOT NULL,
        bureau text NOT NULL,
        division_code text CHECK (division_code ~ '^[0-9]{6}$'),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, name)
      )`);
    await queryRunner.query(`
      CREATE TABLE organization (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        credit_code text NOT NULL CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        name text NOT NULL CHECK (name <> ''),
        kind text NOT NULL CHECK (kind IN ('enterprise', 'university', 'researchInstitute', 'industryAssociation')),
        ownership text NOT NULL DEFAULT 'local' CHECK (ownership IN ('local', 'provincial', 'central')),
        region_id uuid NOT NULL,
        banned_through date,
        version int NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, credit_code),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE TABLE account (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        display_name text NOT NULL,
        role text NOT NULL CHECK (role IN
          ('provinceAdministrator', 'provinceOfficer', 'cityOfficer', 'centerOperator', 'expert', 'auditor')),
        region_id uuid,
        organization_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
        CHECK (role <> 'cityOfficer' OR region_id IS NOT NULL),
        CHECK (role <> 'centerOperator' OR organization_id IS NOT NULL)
      )`);
    await queryRunner.query(`
      CREATE TABLE development_token (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        token_hash text NOT NULL CHECK (length(token_hash) = 64),
        account_id uuid NOT NULL,
        PRIMARY KEY (tenant_id, token_hash),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'region');
    await enableTenantRls(queryRunner, 'organization');
    await enableTenantRls(queryRunner, 'account');
    await enableTenantRls(queryRunner, 'development_token', 'SELECT, INSERT, DELETE');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE development_token, account, organization, region, tenant');
  }
}
