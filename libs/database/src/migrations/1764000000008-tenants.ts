import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';
import { PLATFORM_TENANT_ID } from './1764000000006-identity.js';

const CURRENT_TENANT = `(SELECT NULLIF(current_setting('app.tenant_id', true), '')::uuid)`;
const IS_PLATFORM = `${CURRENT_TENANT} = '${PLATFORM_TENANT_ID}'`;

/** Tenants are kept by the platform's operators: founded, suspended and resumed, exported to a key of their own, erased by two. */
export class Tenants1764000000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.guardTenants(queryRunner);
    await this.auditTenants(queryRunner);
    await this.createOrders(queryRunner);
  }

  async down(): Promise<void> {
    throw new Error('Suspended tenants would be served again: restore the backup');
  }

  /**
   * Without a tenant all rows are seen, for sign-in by code and for the relay; with one its own; all by the platform, which alone
   * writes them. Not forced: the owner writes tenants, too, and the erasure runs with the owner's rights.
   */
  private async guardTenants(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE tenant DROP CONSTRAINT tenant_status_check,
        ADD COLUMN suspended_at timestamptz,
        ADD COLUMN suspension_reason text CHECK (suspension_reason <> ''),
        ADD CONSTRAINT tenant_status CHECK (status IN ('active', 'suspended', 'erased')),
        ADD CONSTRAINT tenant_suspension CHECK ((status = 'active') = (suspended_at IS NULL)),
        ADD CONSTRAINT tenant_platform_stays CHECK (kind <> 'platform' OR status = 'active')`);
    await queryRunner.query('ALTER TABLE tenant ENABLE ROW LEVEL SECURITY');
    await queryRunner.query(`
      CREATE POLICY seen ON tenant FOR SELECT TO ${APPLICATION_ROLE}
      USING (${CURRENT_TENANT} IS NULL OR id = ${CURRENT_TENANT} OR ${IS_PLATFORM})`);
    await queryRunner.query(`
      CREATE POLICY founded ON tenant FOR INSERT TO ${APPLICATION_ROLE} WITH CHECK (${IS_PLATFORM} AND kind = 'province')`);
    await queryRunner.query(`
      CREATE POLICY kept ON tenant FOR UPDATE TO ${APPLICATION_ROLE}
      USING (${IS_PLATFORM} AND kind = 'province') WITH CHECK (${IS_PLATFORM} AND kind = 'province')`);
    await queryRunner.query(`
      GRANT INSERT (id, code, name, department, document_prefix), UPDATE (status, suspension_reason) ON tenant
      TO ${APPLICATION_ROLE}`);
    await this.createLife(queryRunner);
  }

  /** Active and suspended, to and fro; erased only by the erasure, and for good. The moment is the database's. */
  private async createLife(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION is_erasing(tenant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT coalesce(current_setting('app.erasing', true) = tenant::text, false)
          AND current_user = (SELECT tableowner FROM pg_catalog.pg_tables WHERE schemaname = 'public' AND tablename = 'tenant')
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION lead_tenant_life() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NEW.status = OLD.status THEN
          RETURN NEW;
        END IF;
        IF OLD.status = 'erased' OR NEW.status = 'erased' AND NOT (OLD.status = 'suspended' AND public.is_erasing(OLD.id)) THEN
          RAISE EXCEPTION 'tenant % is % and cannot become %', OLD.id, OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        NEW.suspended_at := CASE WHEN NEW.status <> 'active' THEN coalesce(OLD.suspended_at, now()) END;
        NEW.suspension_reason := CASE WHEN NEW.status <> 'active' THEN NEW.suspension_reason END;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER life BEFORE UPDATE ON tenant FOR EACH ROW EXECUTE FUNCTION lead_tenant_life()`);
  }

  /** What becomes of a tenant is in the platform's log, whoever does it and in whatever transaction. */
  private async auditTenants(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION audit_tenant() RETURNS trigger LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        current text := coalesce(current_setting('app.tenant_id', true), '');
      BEGIN
        PERFORM set_config('app.tenant_id', '${PLATFORM_TENANT_ID}', true);
        PERFORM public.audit_append(jsonb_build_object('op', lower(TG_OP), 'subject', 'tenant', 'subjectId', coalesce(NEW.id, OLD.id),
          'before', to_jsonb(OLD), 'after', to_jsonb(NEW), 'result', 'done'));
        PERFORM set_config('app.tenant_id', current, true);
        RETURN NULL;
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION audit_tenant() FROM PUBLIC');
    await queryRunner.query(`
      CREATE CONSTRAINT TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON tenant DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION audit_tenant()`);
  }

  /** Orders are the platform's. A tenant says itself who may read its export: the operator is only who carries it. */
  private async createOrders(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE tenant_order (
        tenant_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('export', 'erasure')),
        target_id uuid NOT NULL REFERENCES tenant (id),
        state text NOT NULL DEFAULT 'ordered' CHECK (state IN ('ordered', 'confirmed', 'done', 'failed', 'withdrawn')),
        recipient text CHECK ((kind = 'export') = (recipient IS NOT NULL)),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        confirmed_by uuid CONSTRAINT tenant_order_four_eyes CHECK (confirmed_by <> requested_by),
        confirmed_at timestamptz CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
        finished_at timestamptz CHECK ((finished_at IS NULL) = (state IN ('ordered', 'confirmed'))),
        result jsonb,
        failure text CHECK ((state = 'failed') = (failure IS NOT NULL)),
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, requested_by) REFERENCES account (tenant_id, id),
        FOREIGN KEY (tenant_id, confirmed_by) REFERENCES account (tenant_id, id),
        CHECK (kind = 'erasure' OR (confirmed_by IS NULL AND state NOT IN ('confirmed', 'withdrawn'))),
        CHECK (kind = 'export' OR state IN ('ordered', 'withdrawn') OR confirmed_by IS NOT NULL)
      )`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX tenant_order_one_open ON tenant_order (tenant_id, target_id, kind)
        WHERE state IN ('ordered', 'confirmed')`);
    await queryRunner.query(`
      CREATE TABLE export_recipient (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id),
        recipient text NOT NULL CHECK (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (tenant_id, set_by) REFERENCES account (tenant_id, id)
      )`);
    await enableTenantRls(queryRunner, 'tenant_order', 'SELECT, INSERT');
    await queryRunner.query(`
      GRANT UPDATE (state, confirmed_by, confirmed_at, finished_at, result, failure) ON tenant_order TO ${APPLICATION_ROLE}`);
    await enableTenantRls(queryRunner, 'export_recipient');
    await auditTable(queryRunner, 'tenant_order');
    await auditTable(queryRunner, 'export_recipient');
  }
}
