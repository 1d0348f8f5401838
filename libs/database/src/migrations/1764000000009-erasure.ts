import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from '../tenant-rls.js';
import { PLATFORM_TENANT_ID } from './1764000000006-identity.js';

/** The erasure of a suspended tenant that two operators have ordered: one function, with the rights of the owner. */
export class Erasure1764000000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.letErasurePass(queryRunner);
    await this.createOrderOfTables(queryRunner);
    await this.createConditions(queryRunner);
    await this.createErasure(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION erase_tenant(uuid), lock_for_erasure(uuid), tenant_tables()');
  }

  /** What is final stays final, except that a tenant is erased as a whole. The names are qualified: the erasure has no search path. */
  private async letErasurePass(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION refuse_change_of_final_rating() RETURNS trigger LANGUAGE plpgsql
      SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        touched public.rating := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      BEGIN
        IF TG_OP = 'DELETE' AND public.is_erasing(OLD.tenant_id) THEN
          RETURN OLD;
        END IF;
        IF EXISTS (SELECT 1 FROM public.rating_run run WHERE run.tenant_id = touched.tenant_id AND run.id = touched.run_id
                   AND run.state IN ('finalised', 'published')) THEN
          RAISE EXCEPTION 'rating % belongs to a finalised run', touched.id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN touched;
      END $$`);
  }

  /** Every table that has a `tenant_id`, as the catalogue knows them, those first that no other refers to. */
  private async createOrderOfTables(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION tenant_tables() RETURNS SETOF regclass LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        remaining oid[] := ARRAY(
          SELECT c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
          WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace);
        chosen oid;
      BEGIN
        WHILE cardinality(remaining) > 0 LOOP
          SELECT one INTO chosen FROM unnest(remaining) one WHERE NOT EXISTS (
            SELECT 1 FROM pg_constraint k
            WHERE k.contype = 'f' AND k.confrelid = one AND k.conrelid = ANY (remaining) AND k.conrelid <> one)
          ORDER BY one LIMIT 1;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'tables refer to each other in a circle: %', remaining::regclass[];
          END IF;
          RETURN NEXT chosen::regclass;
          remaining := array_remove(remaining, chosen);
        END LOOP;
      END $$`);
  }

  /**
   * The whole erasure of the rows, all or nothing: gives how many went from which table, and the last link of the chain that went
   * with them, which the platform's log keeps.
   */
  private async createErasure(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION erase_tenant(erasure uuid) RETURNS jsonb LANGUAGE plpgsql
      SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        target uuid := public.lock_for_erasure(erasure);
        chosen regclass;
        gone bigint;
        counts jsonb := '{}';
        head jsonb;
        outcome jsonb;
      BEGIN
        PERFORM set_config('app.tenant_id', target::text, true), set_config('app.audit_bulk', 'on', true),
          set_config('app.erasing', target::text, true);
        SELECT jsonb_build_object('seq', seq, 'algorithm', algorithm, 'hash', hash) INTO head
        FROM public.audit_entry WHERE tenant_id = target ORDER BY seq DESC LIMIT 1;
        FOR chosen IN SELECT public.tenant_tables() LOOP
          EXECUTE format('DELETE FROM %s WHERE tenant_id = $1', chosen) USING target;
          GET DIAGNOSTICS gone = ROW_COUNT;
          IF gone > 0 THEN
            counts := counts || jsonb_build_object(replace(chosen::text, 'public.', ''), gone);
          END IF;
        END LOOP;
        UPDATE public.tenant SET status = 'erased' WHERE id = target;
        PERFORM set_config('app.tenant_id', '${PLATFORM_TENANT_ID}', true), set_config('app.audit_bulk', '', true),
          set_config('app.erasing', '', true);
        outcome := jsonb_build_object('rows', counts, 'lastEntry', head);
        UPDATE public.tenant_order SET result = outcome WHERE tenant_id = '${PLATFORM_TENANT_ID}' AND id = erasure;
        INSERT INTO public.audit_note (tenant_id, id, action, subject, subject_id, result, details)
        VALUES ('${PLATFORM_TENANT_ID}', gen_random_uuid(), 'tenant.erase', 'tenant', target::text, 'done', outcome);
        RETURN outcome;
      END $$`);
    await queryRunner.query('REVOKE ALL ON FUNCTION erase_tenant(uuid) FROM PUBLIC');
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION erase_tenant(uuid) TO ${APPLICATION_ROLE}`);
  }

  /** In the order in which a resumption locks, too: the tenant, then the order. */
  private async createConditions(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION lock_for_erasure(erasure uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        platform constant uuid := '${PLATFORM_TENANT_ID}';
        target uuid;
      BEGIN
        IF current_setting('app.tenant_id', true) IS DISTINCT FROM platform::text THEN
          RAISE EXCEPTION 'only the platform erases' USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT target_id INTO target FROM public.tenant_order WHERE tenant_id = platform AND id = erasure;
        PERFORM 1 FROM public.tenant WHERE id = target AND kind = 'province' AND status = 'suspended' FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the tenant is not suspended' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM 1 FROM public.tenant_order WHERE tenant_id = platform AND id = erasure AND kind = 'erasure'
          AND state = 'confirmed' AND confirmed_by <> requested_by AND result IS NULL FOR UPDATE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'two operators have not ordered this' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN target;
      END $$`);
  }
}
