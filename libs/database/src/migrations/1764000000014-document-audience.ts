import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps } from '../enforce-steps.js';
import { enableTenantRls } from '../tenant-rls.js';

/** Whom a document concerns that has no center yet, and the templates that a tenant writes for itself. */
export class DocumentAudience1764000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE document
        ADD COLUMN region_id uuid,
        ADD COLUMN organization_id uuid,
        ADD COLUMN account_id uuid,
        ADD COLUMN public boolean NOT NULL DEFAULT false,
        ADD COLUMN confidential boolean NOT NULL DEFAULT false,
        ADD FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id),
        ADD FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
        ADD FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
        ADD CHECK (NOT (public AND confidential))`);
    await queryRunner.query(`
      CREATE TABLE document_template (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        number int NOT NULL CHECK (number > 0),
        source text NOT NULL CHECK (source <> ''),
        source_hash text NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'inForce', 'retired')),
        version int NOT NULL DEFAULT 1,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        in_force_at timestamptz,
        retired_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, kind, number),
        FOREIGN KEY (tenant_id, created_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(
      `CREATE UNIQUE INDEX document_template_in_force ON document_template (tenant_id, kind) WHERE state = 'inForce'`,
    );
    await enableTenantRls(queryRunner, 'document_template');
    await auditTable(queryRunner, 'document_template', { bulky: ['source'] });
    await enforceSteps(queryRunner, 'document_template', [
      ['draft', 'inForce'],
      ['draft', 'retired'],
      ['inForce', 'retired'],
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE document_template');
    await queryRunner.query(`
      ALTER TABLE document DROP COLUMN region_id, DROP COLUMN organization_id, DROP COLUMN account_id,
        DROP COLUMN public, DROP COLUMN confidential`);
  }
}
