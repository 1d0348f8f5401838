import type { MigrationInterface, QueryRunner } from 'typeorm';
import { auditTable } from '../audit-table.js';
import { enforceSteps } from '../enforce-steps.js';
import { APPLICATION_ROLE, enableTenantRls } from '../tenant-rls.js';

/** What may still change on a rule set that is no draft: its course, never its content. */
const COURSE = ['state', 'version', 'updated_at', 'superseded_on', 'superseded_by'];

/** The life of a rule set: drafted, in force from a day, superseded from a day; and its dry runs on earlier years. */
export class RuleSets1764000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await this.addCourse(queryRunner);
    await this.enterKnownRuleSets(queryRunner);
    await this.constrainCourse(queryRunner);
    await this.freezeContent(queryRunner);
    await this.createPreviews(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE rule_set_preview_item, rule_set_preview');
    await queryRunner.query('DROP TRIGGER known_steps ON rule_set');
    await queryRunner.query('DROP FUNCTION refuse_change_of_rules_in_force CASCADE');
    await queryRunner.query(`
      ALTER TABLE rule_set DROP COLUMN state, DROP COLUMN version, DROP COLUMN in_force_from, DROP COLUMN superseded_on,
        DROP COLUMN superseded_by, DROP COLUMN plugins, DROP COLUMN articles, DROP COLUMN updated_at`);
    await queryRunner.query(`REVOKE UPDATE ON rule_set FROM ${APPLICATION_ROLE}`);
  }

  private async addCourse(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE rule_set
        ADD COLUMN state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'inForce', 'superseded')),
        ADD COLUMN version int NOT NULL DEFAULT 1,
        ADD COLUMN in_force_from date,
        ADD COLUMN superseded_on date,
        ADD COLUMN superseded_by uuid,
        ADD COLUMN plugins jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN articles jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now()`);
  }

  /**
   * Rule sets that are there already counted from their day of issue, the newest revision before the others: so they go on. The
   * migration has no tenant and tells no log, as nobody did anything.
   */
  private async enterKnownRuleSets(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE rule_set NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER audit');
    await queryRunner.query(`
      UPDATE rule_set SET in_force_from = rule_set.issued_on, superseded_by = next.id,
        superseded_on = CASE WHEN next.id IS NOT NULL THEN GREATEST(rule_set.issued_on, next.issued_on) END,
        state = CASE WHEN next.id IS NULL THEN 'inForce' ELSE 'superseded' END
      FROM (SELECT tenant_id, id AS own, lead(id) OVER later AS id, lead(issued_on) OVER later AS issued_on FROM rule_set
            WINDOW later AS (PARTITION BY tenant_id, document_number ORDER BY revision)) next
      WHERE next.tenant_id = rule_set.tenant_id AND next.own = rule_set.id`);
    await queryRunner.query('ALTER TABLE rule_set FORCE ROW LEVEL SECURITY, ENABLE TRIGGER audit');
  }

  private async constrainCourse(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE rule_set
        ADD CHECK ((state = 'draft') = (in_force_from IS NULL)),
        ADD CHECK (in_force_from BETWEEN issued_on AND valid_through),
        ADD CHECK ((state = 'superseded') = (superseded_on IS NOT NULL)),
        ADD CHECK ((state = 'superseded') = (superseded_by IS NOT NULL)),
        ADD CHECK (superseded_on >= in_force_from),
        ADD FOREIGN KEY (tenant_id, superseded_by) REFERENCES rule_set (tenant_id, id)`);
    await queryRunner.query(`
      CREATE UNIQUE INDEX rule_set_one_in_force ON rule_set (tenant_id, document_number) WHERE state = 'inForce'`);
    await queryRunner.query(`GRANT UPDATE ON rule_set TO ${APPLICATION_ROLE}`);
    await enforceSteps(queryRunner, 'rule_set', [
      ['draft', 'inForce'],
      ['inForce', 'superseded'],
    ]);
  }

  /** Cases are pinned to the rules they began under: the database itself refuses to change what a rule set in force says. */
  private async freezeContent(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change_of_rules_in_force() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'draft' AND to_jsonb(NEW) - '{${COURSE.join(',')}}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{${COURSE.join(',')}}'::text[] THEN
          RAISE EXCEPTION 'rule set % is % and cannot be changed', OLD.id, OLD.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER rules_in_force_stay BEFORE UPDATE ON rule_set
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rules_in_force()`);
  }

  private async createPreviews(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE rule_set_preview (
        tenant_id uuid NOT NULL REFERENCES tenant (id),
        id uuid NOT NULL,
        rule_set_id uuid NOT NULL,
        run_id uuid NOT NULL,
        year int NOT NULL,
        content_hash text NOT NULL,
        state text NOT NULL DEFAULT 'ordered' CHECK (state IN ('ordered', 'done', 'failed')),
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        computed_at timestamptz CHECK ((computed_at IS NOT NULL) = (state = 'done')),
        failure text CHECK ((failure IS NOT NULL) = (state = 'failed')),
        centers int,
        changed int,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, rule_set_id) REFERENCES rule_set (tenant_id, id),
        FOREIGN KEY (tenant_id, run_id) REFERENCES rating_run (tenant_id, id),
        FOREIGN KEY (tenant_id, requested_by) REFERENCES account (tenant_id, id)
      )`);
    await queryRunner.query('CREATE INDEX rule_set_preview_of ON rule_set_preview (tenant_id, rule_set_id, id)');
    await queryRunner.query(`
      CREATE TABLE rule_set_preview_item (
        tenant_id uuid NOT NULL,
        preview_id uuid NOT NULL,
        center_id uuid NOT NULL,
        center_name text NOT NULL,
        plugin_id text NOT NULL,
        old_total numeric,
        old_grade text,
        new_total numeric,
        new_grade text,
        changed boolean NOT NULL,
        reasons jsonb NOT NULL,
        error text,
        PRIMARY KEY (tenant_id, preview_id, center_id),
        FOREIGN KEY (tenant_id, preview_id) REFERENCES rule_set_preview (tenant_id, id),
        FOREIGN KEY (tenant_id, center_id) REFERENCES center (tenant_id, id)
      )`);
    for (const table of ['rule_set_preview', 'rule_set_preview_item']) {
      await enableTenantRls(queryRunner, table);
      await auditTable(queryRunner, table);
    }
  }
}
