import { AppError, type IsoDate } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';

/** One field of one row whose earlier values are kept: `organization` or `center`. */
export interface TimelineField {
  readonly of: 'organization' | 'center';
  readonly id: string;
  readonly field: string;
  /** As people read it, for a refusal. */
  readonly title: string;
}

/** A value from a day on, by the report that says so. */
export interface TimelineChange {
  readonly current: string | null;
  readonly value: string;
  readonly effectiveOn: IsoDate;
  readonly changeReportId: string;
}

/** What a change of a timeline did. */
export interface TimelineOutcome {
  /** What the field said until then. */
  readonly before: string | null;
  /** Whether it is what the field says now; not so where a later change is known already. */
  readonly isCurrent: boolean;
}

interface Spell {
  readonly validThrough: IsoDate;
  readonly value: string | null;
}

/**
 * Writes into the history that a field has another value from a day on, also where a later change is known already; the caller sets
 * the row itself where the value is the current one. Throws `change.sameDay` where something changed that very day.
 */
export async function changeTimeline(
  { of, id, field, title }: TimelineField,
  { current, value, effectiveOn, changeReportId }: TimelineChange,
): Promise<TimelineOutcome> {
  const { manager, tenantId } = TenantContext;
  const table = `${of}_history`;
  const row = `tenant_id = $1 AND ${of}_id = $2 AND field = $3`;
  const key = [tenantId, id, field];
  const [{ same, eve }] = await manager.query<[{ same: boolean; eve: IsoDate }]>(
    `SELECT to_char($4::date - 1, 'YYYY-MM-DD') AS eve,
       EXISTS (SELECT 1 FROM ${table} WHERE ${row} AND valid_through = $4::date - 1) AS same`,
    [...key, effectiveOn],
  );
  if (same) throw new AppError('change.sameDay', { field: title, effectiveOn });
  const [later] = await manager.query<Spell[]>(
    `SELECT to_char(valid_through, 'YYYY-MM-DD') AS "validThrough", value FROM ${table}
     WHERE ${row} AND valid_through >= $4::date ORDER BY valid_through LIMIT 1 FOR UPDATE`,
    [...key, effectiveOn],
  );
  const before = later ? later.value : current;
  await manager.query(
    `INSERT INTO ${table} (tenant_id, ${of}_id, field, valid_through, value, change_report_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [...key, eve, before, changeReportId],
  );
  if (later) {
    await manager.query(`UPDATE ${table} SET value = $5 WHERE ${row} AND valid_through = $4`, [
      ...key,
      later.validThrough,
      value,
    ]);
  }
  return { before, isCurrent: !later };
}

/** What a field said on a day: the first spell that ended then or later, or what it says now. */
export function valueOn(spells: readonly Spell[], current: string | null, on: IsoDate): string | null {
  const covering = spells
    .filter(({ validThrough }) => validThrough >= on)
    .reduce<Spell | null>((first, spell) => (first && first.validThrough <= spell.validThrough ? first : spell), null);
  return covering ? covering.value : current;
}
