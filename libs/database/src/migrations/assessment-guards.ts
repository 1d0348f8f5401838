import type { QueryRunner } from 'typeorm';

/** What of a sealed sheet may still change: that it is declared void. */
const SHEET_COURSE = ['state', 'version', 'updated_at', 'voided_at', 'recorded_at'];

/** What of a signed assessment may still change: that it is cancelled. */
const ASSESSMENT_COURSE = ['state', 'version', 'updated_at'];

/** The database itself seals sheets and refuses to change what is sealed or signed, whoever asks. */
export class AssessmentGuards {
  async create(queryRunner: QueryRunner): Promise<void> {
    await this.sealSheets(queryRunner);
    await this.freezeScores(queryRunner);
    await this.freezeSigned(queryRunner);
  }

  async drop(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP FUNCTION seal_score_sheet, refuse_score_on_sealed_sheet, refuse_change_of_signed_assessment CASCADE',
    );
    await queryRunner.query('DROP FUNCTION score_sheet_hash(uuid, uuid)');
  }

  /** A sheet's hash is that of its scores and opinions in a fixed order, taken at the moment of sealing. */
  private async sealSheets(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION score_sheet_hash(tenant uuid, sheet uuid) RETURNS text LANGUAGE sql STABLE AS $$
        SELECT encode(sha256(convert_to(coalesce(jsonb_agg(
          jsonb_build_array(indicator, criterion, score::text, opinion) ORDER BY indicator, criterion), '[]')::text, 'UTF8')), 'hex')
        FROM expert_score WHERE tenant_id = tenant AND sheet_id = sheet
      $$`);
    await queryRunner.query(`
      CREATE FUNCTION seal_score_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state <> 'draft' AND to_jsonb(NEW) - '{${SHEET_COURSE.join(',')}}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{${SHEET_COURSE.join(',')}}'::text[] THEN
          RAISE EXCEPTION 'score sheet % is % and cannot be changed', OLD.id, OLD.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.state <> OLD.state THEN NEW.recorded_at := clock_timestamp(); END IF;
        IF OLD.state = 'draft' AND NEW.state = 'submitted' THEN
          NEW.content_hash := score_sheet_hash(NEW.tenant_id, NEW.id);
          NEW.submitted_at := statutory_now();
        ELSIF NEW.state = 'void' AND OLD.state <> 'void' THEN
          NEW.voided_at := statutory_now();
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER sealed_sheet_stays BEFORE UPDATE ON score_sheet FOR EACH ROW EXECUTE FUNCTION seal_score_sheet()`);
  }

  private async freezeScores(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_score_on_sealed_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM score_sheet sheet WHERE sheet.tenant_id = NEW.tenant_id AND sheet.id = NEW.sheet_id
                   AND sheet.state <> 'draft') THEN
          RAISE EXCEPTION 'score sheet % is sealed', NEW.sheet_id USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER sealed_score_stays BEFORE INSERT OR UPDATE ON expert_score
      FOR EACH ROW EXECUTE FUNCTION refuse_score_on_sealed_sheet()`);
  }

  private async freezeSigned(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION refuse_change_of_signed_assessment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('signed', 'cancelled') AND to_jsonb(NEW) - '{${ASSESSMENT_COURSE.join(',')}}'::text[]
           IS DISTINCT FROM to_jsonb(OLD) - '{${ASSESSMENT_COURSE.join(',')}}'::text[] THEN
          RAISE EXCEPTION 'assessment % is % and cannot be changed', OLD.id, OLD.state
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.state = 'signed' AND OLD.state <> 'signed' THEN NEW.signed_at := statutory_now(); END IF;
        RETURN NEW;
      END $$`);
    await queryRunner.query(`
      CREATE TRIGGER signed_assessment_stays BEFORE UPDATE ON assessment
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signed_assessment()`);
  }
}
