import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenantRls } from '../tenant-rls.js';

/** The outbox: what must happen after a committed change, written in the same transaction as the change. */
export class Outbox1764000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outbox (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        job text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        relayed_at timestamptz,
        done_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        failed_at timestamptz,
        PRIMARY KEY (tenant_id, id)
      )`);
    await queryRunner.query(`
      CREATE INDEX outbox_open ON outbox (tenant_id, relayed_at, id) WHERE done_at IS NULL AND failed_at IS NULL`);
    await enableTenantRls(queryRunner, 'outbox');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE outbox');
  }
}
