import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Documents with their frozen data, and the counters their numbers come from (one row a tenant, series and year). */
export class Documents1764000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE document_series (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        series text NOT NULL,
        year int NOT NULL,
        last_number int NOT NULL CHECK (last_number > 0),
        PRIMARY KEY (tenant_id, series, year)
      )`);
    await queryRunner.query(`
      CREATE TABLE document (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        subject_version int NOT NULL DEFAULT 1,
        center_id uuid,
        title text NOT NULL,
        series text NOT NULL,
        series_year int NOT NULL,
        series_number int NOT NULL,
        number text NOT NULL,
        template text NOT NULL,
        template_version text NOT NULL,
        template_hash text,
        layout text NOT NULL CHECK (layout IN ('official', 'report')),
        data jsonb NOT NULL,
        data_hash text NOT NULL,
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'ready', 'failed')),
        error text,
        html_hash text,
        pdf_hash text,
        docx_hash text,
        released boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        rendered_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, series, series_year, series_number),
        UNIQUE (tenant_id, kind, subject_id, subject_version),
        FOREIGN KEY (tenant_id, series, series_year) REFERENCES document_series (tenant_id, series, year),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        CHECK ((state = 'ready') = (html_hash IS NOT NULL AND pdf_hash IS NOT NULL AND docx_hash IS NOT NULL))
      )`);
    await enableTenantRls(queryRunner, 'document_series');
    // What a document says is fixed when its number is issued: the application may only complete and release it.
    await enableTenantRls(queryRunner, 'document', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, error, template_hash, html_hash, pdf_hash, docx_hash, rendered_at, released) ON document
      TO ${APPLICATION_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE document, document_series');
  }
}
