import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enableTenantRls } from '../tenant-rls.js';
import { createCredentials, createSessions, createSingleSignOn, createThrottle } from './identity-tables.js';

/** The platform's own tenant: its people run the installation and see no business data, by row level security alone. */
export const PLATFORM_TENANT_ID = '00000000-0000-7000-8000-000000000001';

/** Accounts with roles, credentials and sessions, and the platform's own tenant; development tokens go. */
export class Identity1764000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createPlatformTenant(queryRunner);
    await this.changeAccounts(queryRunner);
    await createCredentials(queryRunner);
    await createSessions(queryRunner);
    await createSingleSignOn(queryRunner);
    await createThrottle(queryRunner);
    await queryRunner.query('DROP TABLE development_token');
  }

  async down(): Promise<void> {
    throw new Error('Accounts cannot be turned back into development tokens: restore the backup');
  }

  private async createPlatformTenant(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE tenant ADD COLUMN kind text NOT NULL DEFAULT 'province' CHECK (kind IN ('province', 'platform')),
        ADD CONSTRAINT tenant_one_platform CHECK ((kind = 'platform') = (id = '${PLATFORM_TENANT_ID}'))`);
    await queryRunner.query(
      `INSERT INTO tenant (id, code, name, department, document_prefix, kind)
       VALUES ($1, 'platform', '数促平台', '数促平台运营方', '数促', 'platform')`,
      [PLATFORM_TENANT_ID],
    );
  }

  /** What accounts said of their role moves to `account_role`. The owner, too, is held by the policies: they are lifted meanwhile. */
  private async changeAccounts(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE account NO FORCE ROW LEVEL SECURITY');
    await queryRunner.query(`
      ALTER TABLE account
        ADD COLUMN login text CHECK (login = lower(login) AND login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
        ADD COLUMN email text,
        ADD COLUMN phone text,
        ADD COLUMN status text NOT NULL DEFAULT 'invited' CHECK (status IN ('invited', 'active', 'disabled')),
        ADD COLUMN last_sign_in_at timestamptz,
        ADD COLUMN version int NOT NULL DEFAULT 1,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`);
    await queryRunner.query(`UPDATE account SET login = 'u' || replace(id::text, '-', '')`);
    await queryRunner.query(`
      ALTER TABLE account ALTER COLUMN login SET NOT NULL, ADD CONSTRAINT account_login UNIQUE (tenant_id, login)`);
    await queryRunner.query(`
      CREATE TABLE account_role (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('provinceAdministrator', 'provinceOfficer', 'cityOfficer', 'centerOperator',
          'expert', 'auditor', 'platformOperator')),
        region_id uuid,
        organization_id uuid,
        duties text[] NOT NULL DEFAULT '{}',
        granted_by uuid,
        granted_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE NULLS NOT DISTINCT (tenant_id, account_id, role, region_id, organization_id),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, region_id) REFERENCES region (tenant_id, id),
        FOREIGN KEY (tenant_id, organization_id) REFERENCES organization (tenant_id, id),
        CHECK ((role = 'cityOfficer') = (region_id IS NOT NULL)),
        CHECK (role <> 'centerOperator' OR organization_id IS NOT NULL),
        CHECK (role IN ('centerOperator', 'expert') OR organization_id IS NULL),
        CHECK (duties <@ ARRAY['system', 'security']),
        CHECK ((role = 'provinceAdministrator') = (cardinality(duties) > 0)),
        CHECK ((role = 'platformOperator') = (tenant_id = '${PLATFORM_TENANT_ID}'))
      )`);
    await queryRunner.query(`
      INSERT INTO account_role (tenant_id, id, account_id, role, region_id, organization_id, duties)
      SELECT tenant_id, gen_random_uuid(), id, role, CASE WHEN role = 'cityOfficer' THEN region_id END,
        CASE WHEN role IN ('centerOperator', 'expert') THEN organization_id END,
        CASE WHEN role = 'provinceAdministrator' THEN ARRAY['system', 'security'] ELSE '{}' END
      FROM account`);
    await queryRunner.query('ALTER TABLE account DROP COLUMN role, DROP COLUMN region_id, DROP COLUMN organization_id');
    await queryRunner.query('ALTER TABLE account FORCE ROW LEVEL SECURITY');
    await this.keepAuditApart(queryRunner);
    await enableTenantRls(queryRunner, 'account_role', 'SELECT, INSERT, DELETE');
  }

  /**
   * Who audits holds nothing else (等保三级: system, security and audit administration are separate). At once and not at the commit:
   * there it would wait for an account while it holds the lock of the audit log.
   */
  private async keepAuditApart(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_audit_with_other_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
      BEGIN
        PERFORM 1 FROM account WHERE tenant_id = NEW.tenant_id AND id = NEW.account_id FOR UPDATE;
        IF EXISTS (SELECT 1 FROM account_role other WHERE other.tenant_id = NEW.tenant_id
                   AND other.account_id = NEW.account_id AND other.id <> NEW.id
                   AND (other.role = 'auditor') <> (NEW.role = 'auditor')) THEN
          RAISE EXCEPTION 'account % cannot audit and hold another role', NEW.account_id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER audit_stays_apart AFTER INSERT ON account_role
      FOR EACH ROW EXECUTE FUNCTION refuse_audit_with_other_roles()`);
  }
}
