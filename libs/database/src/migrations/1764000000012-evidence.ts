import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Evidence: uploads under way, files that never change, which row cites which, and what the nightly check has found. */
export class Evidence1764000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createUploads(queryRunner);
    await this.createFiles(queryRunner);
    await this.createCitations(queryRunner);
    await this.createChecks(queryRunner);
    // Who else claims to have served an enterprise on a day is asked for every record of a center.
    await queryRunner.query(`
      CREATE INDEX service_record_by_enterprise ON service_record (tenant_id, enterprise, served_on)
        WHERE enterprise IS NOT NULL`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX service_record_by_enterprise');
    await queryRunner.query('DROP TABLE file_finding, file_check, evidence_citation, evidence_file, evidence_upload');
  }

  private async createUploads(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE evidence_upload (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        uploaded_by uuid NOT NULL,
        organization_id uuid,
        name text NOT NULL CHECK (name <> ''),
        bytes int NOT NULL CHECK (bytes > 0),
        received int NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, uploaded_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX evidence_upload_by_account ON evidence_upload (tenant_id, uploaded_by)');
    await enableTenantRls(queryRunner, 'evidence_upload', 'SELECT, INSERT, DELETE');
    await queryRunner.query(`GRANT UPDATE (received, expires_at) ON evidence_upload TO ${APPLICATION_ROLE}`);
    // That more has arrived is no news; that a file has come of it is.
    await auditTable(queryRunner, 'evidence_upload', { ignored: ['received', 'expires_at'] });
  }

  private async createFiles(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE evidence_file (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        name text NOT NULL CHECK (name <> ''),
        extension text NOT NULL,
        media_type text NOT NULL,
        bytes int NOT NULL CHECK (bytes > 0),
        organization_id uuid,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, uploaded_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX evidence_file_by_hash ON evidence_file (tenant_id, sha256)');
    await queryRunner.query('CREATE INDEX evidence_file_by_account ON evidence_file (tenant_id, uploaded_by)');
    await queryRunner.query('CREATE INDEX evidence_file_by_organization ON evidence_file (tenant_id, organization_id)');
    // A file never changes and never goes: the application may only add one.
    await enableTenantRls(queryRunner, 'evidence_file', 'SELECT, INSERT');
    await auditTable(queryRunner, 'evidence_file');
  }

  /** A citation that was replaced stays, withdrawn: what a row rested on earlier can still be looked at. */
  private async createCitations(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE evidence_citation (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        file_id uuid NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        place text NOT NULL,
        center_id uuid,
        year int,
        cited_by uuid NOT NULL,
        cited_at timestamptz NOT NULL DEFAULT statutory_now(),
        withdrawn_at timestamptz CHECK (withdrawn_at >= cited_at),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, file_id) REFERENCES evidence_file (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, cited_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX evidence_citation_once ON evidence_citation (tenant_id, subject_kind, subject_id, place, file_id)
        WHERE withdrawn_at IS NULL`);
    await queryRunner.query('CREATE INDEX evidence_citation_by_file ON evidence_citation (tenant_id, file_id)');
    await queryRunner.query(`
      CREATE INDEX evidence_citation_by_center ON evidence_citation (tenant_id, center_id) WHERE withdrawn_at IS NULL`);
    await enableTenantRls(queryRunner, 'evidence_citation', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (withdrawn_at) ON evidence_citation TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'evidence_citation');
  }

  /** When a tenant's files are due to be hashed again is a row, compared with the database's clock. */
  private async createChecks(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE file_check (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id),
        due_at timestamptz NOT NULL,
        finished_at timestamptz,
        files int NOT NULL DEFAULT 0,
        faults int NOT NULL DEFAULT 0
      )`);
    await enableTenantRls(queryRunner, 'file_check');
    await auditTable(queryRunner, 'file_check');
    await queryRunner.query(`
      CREATE TABLE file_finding (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        fault text NOT NULL CHECK (fault IN ('missing', 'damaged')),
        subject_kind text NOT NULL CHECK (subject_kind IN ('evidence', 'document')),
        subject_id uuid NOT NULL,
        file text NOT NULL,
        found_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX file_finding_one_open ON file_finding (tenant_id, subject_kind, subject_id, file)
        WHERE settled_at IS NULL`);
    await enableTenantRls(queryRunner, 'file_finding', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (settled_at) ON file_finding TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'file_finding');
  }
}
