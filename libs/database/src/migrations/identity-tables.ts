import type { QueryRunner } from 'typeorm';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** What proves who somebody is: password and second factor, what was used before, links, known browsers, and the policy. */
export async function createCredentials(queryRunner: QueryRunner): Promise<void> {
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
  await createOfAccount(
    queryRunner,
    'password_history',
    `
    password_hash text NOT NULL,
    set_at timestamptz NOT NULL DEFAULT now()`,
  );
  await createOfAccount(
    queryRunner,
    'recovery_code',
    `
    code_hash text NOT NULL CHECK (length(code_hash) = 64),
    used_at timestamptz,
    UNIQUE (tenant_id, account_id, code_hash)`,
  );
  await createOfAccount(
    queryRunner,
    'known_device',
    `
    token_hash text NOT NULL CHECK (length(token_hash) = 64),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, token_hash)`,
  );
  await createOfAccount(
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

/** Sessions and API tokens: the application may change no more of them than when they were used and that they are over. */
export async function createSessions(queryRunner: QueryRunner): Promise<void> {
  await createOfAccount(
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
  await createOfAccount(
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
  await queryRunner.query('CREATE INDEX session_of_account ON session (tenant_id, account_id) WHERE ended_at IS NULL');
  await enableTenantRls(queryRunner, 'session', 'SELECT, INSERT');
  await enableTenantRls(queryRunner, 'api_token', 'SELECT, INSERT');
  await queryRunner.query(`GRANT UPDATE (last_seen_at, ended_at, end_reason) ON session TO ${APPLICATION_ROLE}`);
  await queryRunner.query(`GRANT UPDATE (last_used_at, revoked_at) ON api_token TO ${APPLICATION_ROLE}`);
}

/** OpenID providers, the identities that came from them, and what was used of a sign-in under way. */
export async function createSingleSignOn(queryRunner: QueryRunner): Promise<void> {
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
  await createOfAccount(
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
export async function createThrottle(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(`
    CREATE TABLE throttle (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    )`);
  await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO ${APPLICATION_ROLE}`);
}

/** A table of rows that each belong to one account. */
async function createOfAccount(queryRunner: QueryRunner, table: string, columns: string): Promise<void> {
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
