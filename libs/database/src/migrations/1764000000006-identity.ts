import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** The platform's own tenant: its people run the installation and see no business data, by row level security alone. */
export const PLATFORM_TENANT_ID = '00000000-0000-7000-8000-000000000001';

/** Accounts with roles, credentials and sessions, and the platform's own tenant; development tokens go. */
export class Identity1764000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.createPlatformTenant(queryRunner);
    await this.changeAccounts(queryRunner);
    await this.createCredentials(queryRunner);
    await this.createSessions(queryRunner);
    await this.createSingleSignOn(queryRunner);
    await this.createThrottle(queryRunner);
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

  private async createCredentials(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE credential (
        tenant_id uuid NOT NULL,
        account_id uuid NOT NULL,
        password_hash text,
        password_changed_at timestamptz,
        must_change_password boolean NOT NULL DEFAULT false,
        totp_secret text,
        totp_confirmed_at timestamptz CHECK (totp_confirmed_at IS NULL OR totp_secret IS NOT NULL),
        totp_last_step bigint,
        PRIMARY KEY (tenant_id, account_id),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
      )`);
    await this.createOfAccount(
      queryRunner,
      'password_history',
      `
      password_hash text NOT NULL,
      set_at timestamptz NOT NULL DEFAULT now()`,
    );
    await this.createOfAccount(
      queryRunner,
      'recovery_code',
      `
      code_hash text NOT NULL CHECK (length(code_hash) = 64),
      used_at timestamptz,
      UNIQUE (tenant_id, account_id, code_hash)`,
    );
    await this.createOfAccount(
      queryRunner,
      'known_device',
      `
      token_hash text NOT NULL CHECK (length(token_hash) = 64),
      last_used_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, token_hash)`,
    );
    await this.createOfAccount(
      queryRunner,
      'access_link',
      `
      purpose text NOT NULL CHECK (purpose IN ('invitation', 'reset')),
      token_hash text NOT NULL CHECK (length(token_hash) = 64),
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      created_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, token_hash)`,
    );
    await queryRunner.query(`
      CREATE TABLE security_policy (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id),
        settings jsonb NOT NULL,
        version int NOT NULL DEFAULT 1,
        updated_by uuid,
        updated_at timestamptz NOT NULL DEFAULT now()
      )`);
    await enableTenantRls(queryRunner, 'credential');
    await enableTenantRls(queryRunner, 'password_history', 'SELECT, INSERT, DELETE');
    await enableTenantRls(queryRunner, 'recovery_code', 'SELECT, INSERT, UPDATE, DELETE');
    await enableTenantRls(queryRunner, 'known_device', 'SELECT, INSERT, UPDATE, DELETE');
    await enableTenantRls(queryRunner, 'access_link');
    await enableTenantRls(queryRunner, 'security_policy');
  }

  private async createSessions(queryRunner: QueryRunner): Promise<void> {
    await this.createOfAccount(
      queryRunner,
      'session',
      `
      token_hash text NOT NULL CHECK (length(token_hash) = 64),
      method text NOT NULL CHECK (method IN ('password', 'oidc')),
      second_factor boolean NOT NULL DEFAULT false,
      address text NOT NULL,
      user_agent text NOT NULL,
      idle_minutes int NOT NULL CHECK (idle_minutes > 0),
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      end_reason text CHECK ((end_reason IS NULL) = (ended_at IS NULL)),
      UNIQUE (tenant_id, token_hash)`,
    );
    await this.createOfAccount(
      queryRunner,
      'api_token',
      `
      name text NOT NULL CHECK (name <> ''),
      token_hash text NOT NULL CHECK (length(token_hash) = 64),
      scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      revoked_at timestamptz,
      created_by uuid,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, token_hash)`,
    );
    await queryRunner.query(
      'CREATE INDEX session_of_account ON session (tenant_id, account_id) WHERE ended_at IS NULL',
    );
    await enableTenantRls(queryRunner, 'session', 'SELECT, INSERT');
    await enableTenantRls(queryRunner, 'api_token', 'SELECT, INSERT');
    await queryRunner.query(`GRANT UPDATE (last_seen_at, ended_at, end_reason) ON session TO ${APPLICATION_ROLE}`);
    await queryRunner.query(`GRANT UPDATE (last_used_at, revoked_at) ON api_token TO ${APPLICATION_ROLE}`);
  }

  private async createSingleSignOn(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE identity_provider (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        slug text NOT NULL CHECK (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
        name text NOT NULL CHECK (name <> ''),
        issuer text NOT NULL,
        client_id text NOT NULL,
        client_secret text,
        enabled boolean NOT NULL DEFAULT true,
        version int NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id),
        UNIQUE (tenant_id, slug)
      )`);
    await this.createOfAccount(
      queryRunner,
      'external_identity',
      `
      provider_id uuid NOT NULL,
      issuer text NOT NULL,
      subject text NOT NULL,
      linked_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (tenant_id, issuer, subject),
      FOREIGN KEY (tenant_id, provider_id) REFERENCES identity_provider (tenant_id, id)`,
    );
    await queryRunner.query(`
      CREATE TABLE oidc_attempt (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        state_hash text NOT NULL CHECK (length(state_hash) = 64),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (tenant_id, state_hash)
      )`);
    await enableTenantRls(queryRunner, 'identity_provider');
    await enableTenantRls(queryRunner, 'external_identity', 'SELECT, INSERT, DELETE');
    await enableTenantRls(queryRunner, 'oidc_attempt', 'SELECT, INSERT, UPDATE, DELETE');
  }

  /** Of the library that counts failures, in the form that it wants; of no tenant, for its keys are hashes. */
  private async createThrottle(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE throttle (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
    await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO ${APPLICATION_ROLE}`);
  }

  private async createOfAccount(queryRunner: QueryRunner, table: string, columns: string): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ${table} (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        ${columns},
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
      )`);
  }
}
