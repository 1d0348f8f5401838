import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** How each person wants to be told, and the e-mails that carry messages out of the house. */
export class Messages1764000000022 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE notification_preference (
        tenant_id uuid NOT NULL,
        account_id uuid NOT NULL,
        email text NOT NULL CHECK (email IN ('each', 'none')),
        language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
        version int NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, account_id),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'notification_preference');
    await auditTable(queryRunner, 'notification_preference');
    await queryRunner.query(`
      CREATE TABLE email_delivery (
        tenant_id uuid NOT NULL,
        notification_id uuid NOT NULL,
        address text NOT NULL,
        language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
        state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'failed', 'skipped')),
        error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        settled_at timestamptz CHECK ((state = 'pending') = (settled_at IS NULL)),
        PRIMARY KEY (tenant_id, notification_id),
        FOREIGN KEY (tenant_id, notification_id) REFERENCES notification (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'email_delivery', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (state, error, settled_at) ON email_delivery TO ${APPLICATION_ROLE}`);
    await auditTable(queryRunner, 'email_delivery', { secret: ['address'] });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE email_delivery, notification_preference');
  }
}
