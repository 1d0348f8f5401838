import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enableTenantRls } from '../tenant-rls.js';

/** What a tenant says of the legal calendar: whole years that it entered by hand, and days that it entered or corrected. */
export class CalendarDays1764000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE calendar_year (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        reason text NOT NULL CHECK (reason <> ''),
        source text NOT NULL CHECK (source <> ''),
        version int NOT NULL DEFAULT 1,
        entered_by uuid NOT NULL,
        entered_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, year),
        FOREIGN KEY (tenant_id, entered_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE TABLE calendar_day (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('workday', 'holiday')),
        name text NOT NULL CHECK (name <> ''),
        reason text NOT NULL CHECK (reason <> ''),
        source text NOT NULL CHECK (source <> ''),
        version int NOT NULL DEFAULT 1,
        entered_by uuid NOT NULL,
        entered_at timestamptz NOT NULL DEFAULT statutory_now(),
        PRIMARY KEY (tenant_id, day),
        FOREIGN KEY (tenant_id, entered_by) REFERENCES account (tenant_id, id)
      )`);
    for (const table of ['calendar_year', 'calendar_day']) {
      await enableTenantRls(queryRunner, table, 'SELECT, INSERT, UPDATE, DELETE');
      await auditTable(queryRunner, table);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE calendar_day, calendar_year');
  }
}
