import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type AuditedColumns, auditTable } from '../audit-table.js';
import { enableTenantRls } from '../tenant-rls.js';

/** First half of the advisory lock that orders the entries of a tenant; the number is only a name. */
const CHAIN_LOCK = 7_100_131;

/** Not here: `outbox` and `oidc_attempt`, which only carry something on; `catalogue.db.spec.ts` holds the list and the reasons. */
const AUDITED: Readonly<Record<string, AuditedColumns>> = {
  region: {},
  organization: {},
  account: { secret: ['email', 'phone'], ignored: ['last_sign_in_at'] },
  account_role: {},
  credential: { secret: ['password_hash', 'totp_secret'], ignored: ['totp_last_step'] },
  password_history: { secret: ['password_hash'] },
  recovery_code: { secret: ['code_hash'] },
  known_device: { secret: ['token_hash'], ignored: ['last_used_at'] },
  access_link: { secret: ['token_hash'] },
  security_policy: {},
  session: { secret: ['token_hash'], ignored: ['last_seen_at'] },
  api_token: { secret: ['token_hash'], ignored: ['last_used_at'] },
  identity_provider: { secret: ['client_secret'] },
  external_identity: {},
  center: {},
  center_member: {},
  service_record: {},
  resource: {},
  yearly_fact: {},
  reference_figure: {},
  document_series: {},
  document: { bulky: ['data'] },
  rule_set: {},
  expert_score: {},
  rating_run: {},
  rating: { bulky: ['inputs', 'sheet'] },
  revocation_case: {},
  audit_chain: {},
};

/**
 * The audit log: one chain of hashes a tenant, to which the database itself adds an entry for every changed row when its
 * transaction commits. The application may read it and nothing else.
 */
export class Audit1764000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // SM3 is not among PostgreSQL's own functions; the extension is a trusted one.
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS pgcrypto SCHEMA public');
    await this.createChain(queryRunner);
    await this.createNotes(queryRunner);
    await this.createAppending(queryRunner);
    await this.createRowTrigger(queryRunner);
    for (const [table, columns] of Object.entries(AUDITED)) await auditTable(queryRunner, table, columns);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION audit_row() CASCADE');
    await queryRunner.query('DROP TABLE audit_note, audit_entry, audit_chain');
    await queryRunner.query('DROP FUNCTION audit_note_row(), audit_append(jsonb), audit_hash(text, text, text)');
  }

  /**
   * No foreign key to the tenant: every entry would lock its row. The columns from `at` on repeat what the hashed body says, for
   * searching; as generated columns they would double the cost of an entry, and the verifier compares them anyway.
   */
  private async createChain(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_chain (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id),
        algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3'))
      )`);
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        tenant_id uuid NOT NULL,
        seq bigint NOT NULL,
        algorithm text NOT NULL CHECK (algorithm IN ('sha256', 'sm3')),
        hash text NOT NULL,
        body text NOT NULL,
        at text NOT NULL,
        actor_id text,
        actor_name text,
        action text NOT NULL,
        subject text NOT NULL,
        subject_id text,
        result text NOT NULL,
        request_id text,
        PRIMARY KEY (tenant_id, seq)
      )`);
    await queryRunner.query('CREATE INDEX audit_entry_by_time ON audit_entry (tenant_id, at)');
    await queryRunner.query('CREATE INDEX audit_entry_by_actor ON audit_entry (tenant_id, actor_id, seq)');
    await queryRunner.query('CREATE INDEX audit_entry_by_action ON audit_entry (tenant_id, action, seq)');
    await queryRunner.query('CREATE INDEX audit_entry_by_subject ON audit_entry (tenant_id, subject, subject_id, seq)');
    await queryRunner.query(
      `CREATE INDEX audit_entry_refused ON audit_entry (tenant_id, seq) WHERE result = 'refused'`,
    );
    await enableTenantRls(queryRunner, 'audit_chain');
    await enableTenantRls(queryRunner, 'audit_entry', 'SELECT');
  }

  /** Where the application leaves what no row tells; the commit turns a note into an entry. */
  private async createNotes(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_note (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        action text NOT NULL CHECK (action <> ''),
        subject text NOT NULL CHECK (subject <> ''),
        subject_id text,
        result text NOT NULL CHECK (result IN ('done', 'refused')),
        details jsonb,
        PRIMARY KEY (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'audit_note', 'INSERT');
  }

  /** The lock is taken when all work is done, so nobody who holds it waits for a row; the head is read after it. */
  private async createAppending(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit_hash(algorithm text, previous text, body text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT encode(CASE algorithm WHEN 'sha256' THEN sha256(convert_to(previous || body, 'UTF8'))
          WHEN 'sm3' THEN public.digest(convert_to(previous || body, 'UTF8'), 'sm3') END, 'hex')
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION audit_append(entry jsonb) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        actor jsonb := nullif(current_setting('app.audit_actor', true), '')::jsonb;
        request jsonb := nullif(current_setting('app.audit_request', true), '')::jsonb;
        head public.audit_entry;
        next public.audit_entry;
      BEGIN
        PERFORM pg_advisory_xact_lock(${CHAIN_LOCK}, hashtext(tenant::text));
        SELECT seq, hash INTO head.seq, head.hash FROM public.audit_entry
        WHERE tenant_id = tenant ORDER BY seq DESC LIMIT 1;
        SELECT algorithm INTO next.algorithm FROM public.audit_chain WHERE tenant_id = tenant;
        actor := coalesce(actor, jsonb_build_object('kind', 'database', 'id', NULL, 'name', session_user));
        next.tenant_id := tenant;
        next.seq := coalesce(head.seq, 0) + 1;
        next.algorithm := coalesce(next.algorithm, 'sha256');
        next.at := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
        next.actor_id := actor ->> 'id';
        next.actor_name := actor ->> 'name';
        next.action := coalesce(entry ->> 'action', request ->> 'action', entry ->> 'op');
        next.subject := entry ->> 'subject';
        next.subject_id := entry ->> 'subjectId';
        next.result := entry ->> 'result';
        next.request_id := request ->> 'requestId';
        next.body := entry || jsonb_build_object('tenant', tenant, 'seq', next.seq, 'at', next.at, 'role', session_user,
          'actor', actor, 'request', nullif(request - 'action', '{}'), 'action', next.action);
        next.hash := public.audit_hash(next.algorithm, coalesce(head.hash, repeat('0', 64)), next.body);
        INSERT INTO public.audit_entry VALUES (next.*);
      END $$`);
    await queryRunner.query(`
      CREATE FUNCTION audit_note_row() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NEW.tenant_id IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
          RAISE EXCEPTION 'an audit note is not of the tenant of its transaction' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM public.audit_append(jsonb_build_object('op', NULL, 'before', NULL, 'after', NULL, 'action', NEW.action,
          'subject', NEW.subject, 'subjectId', NEW.subject_id, 'result', NEW.result, 'details', NEW.details));
        DELETE FROM public.audit_note WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
        RETURN NULL;
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION audit_append(jsonb), audit_note_row() FROM PUBLIC');
    await queryRunner.query(`
      CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON audit_note DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION audit_note_row()`);
  }

  /** Arguments of the trigger: the table, the columns of its key, those that are secret, those that are left out. */
  private async createRowTrigger(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
        before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - TG_ARGV[3]::text[] END;
        after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - TG_ARGV[3]::text[] END;
        touched jsonb;
        secret text;
        subject_id text;
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.tenant_id IS DISTINCT FROM tenant OR TG_OP <> 'DELETE' AND NEW.tenant_id IS DISTINCT FROM tenant THEN
          RAISE EXCEPTION 'a row of % is not of the tenant of its transaction', TG_ARGV[0] USING ERRCODE = 'insufficient_privilege';
        END IF;
        touched := coalesce(after, before);
        IF TG_OP = 'UPDATE' THEN
          SELECT jsonb_object_agg(key, value), jsonb_object_agg(key, after -> key) INTO before, after
          FROM jsonb_each(before) WHERE value IS DISTINCT FROM after -> key;
          IF before IS NULL THEN
            RETURN NULL;
          END IF;
        END IF;
        FOREACH secret IN ARRAY TG_ARGV[2]::text[] LOOP
          before := CASE WHEN before ->> secret IS NULL THEN before ELSE before || jsonb_build_object(secret, '•') END;
          after := CASE WHEN after ->> secret IS NULL THEN after ELSE after || jsonb_build_object(secret, '•') END;
          touched := CASE WHEN touched ? secret THEN touched || jsonb_build_object(secret, '•') ELSE touched END;
        END LOOP;
        subject_id := coalesce(
          (SELECT string_agg(touched ->> name, '/' ORDER BY place) FROM unnest(TG_ARGV[1]::text[]) WITH ORDINALITY AS key (name, place)),
          tenant::text);
        PERFORM public.audit_append(jsonb_build_object('op', lower(TG_OP), 'subject', TG_ARGV[0], 'subjectId', subject_id,
          'before', before, 'after', after, 'result', 'done'));
        RETURN NULL;
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION audit_row() FROM PUBLIC');
  }
}
