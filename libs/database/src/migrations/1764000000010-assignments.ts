import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** Which expert may see and score which center of which year (第十二条), from when until when. */
export class Assignments1764000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE expert_assignment (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        year int NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        center_id uuid NOT NULL,
        expert_id uuid NOT NULL,
        assigned_by uuid NOT NULL,
        assigned_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz CHECK (ended_at >= assigned_at),
        ended_by uuid,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id),
        FOREIGN KEY (tenant_id, expert_id) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, assigned_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, ended_by) REFERENCES account (tenant_id, id),
        CHECK ((ended_at IS NULL) = (ended_by IS NULL))
      )`);
    // The expert first: every question of an expert about a center looks here.
    await queryRunner.query(`
      CREATE UNIQUE INDEX expert_assignment_one_open ON expert_assignment (tenant_id, expert_id, center_id, year)
        WHERE ended_at IS NULL`);
    await enableTenantRls(queryRunner, 'expert_assignment', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (ended_at, ended_by) ON expert_assignment TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'expert_assignment');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE expert_assignment');
  }
}
