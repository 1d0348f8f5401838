import { groupBy } from '@shucu/kernel';
import type { EarlierGrade, Grade } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';

/** One finalised evaluation of a center, as it counts now. */
export interface FinalisedRating {
  readonly centerId: string;
  readonly ratingId: string;
  readonly year: number;
  readonly total: string;
  readonly grade: Grade;
}

/**
 * Finalised evaluations up to and including a year, newest first by center. A year in which a center was not evaluated is a state and
 * no grade: it neither counts nor breaks a row.
 */
export async function finalisedRatings(throughYear: number): Promise<ReadonlyMap<string, readonly FinalisedRating[]>> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<FinalisedRating[]>(
    `SELECT rating.center_id AS "centerId", rating.id AS "ratingId", rating.year, rating.total::text AS total, rating.grade
     FROM rating JOIN rating_run run ON run.tenant_id = rating.tenant_id AND run.id = rating.run_id
     WHERE rating.tenant_id = $1 AND rating.year <= $2 AND run.state IN ('finalised', 'published')
       AND rating.state = 'rated'
     ORDER BY rating.center_id, rating.year DESC`,
    [tenantId, throughYear],
  );
  return groupBy(rows, ({ centerId }) => centerId);
}

/** What a grading function may know of the past. */
export function earlierGrades(ratings: readonly FinalisedRating[] | undefined): EarlierGrade[] {
  return (ratings ?? []).map(({ year, grade }) => ({ year, grade }));
}

/** The newest `count` evaluations of a center when all of them failed (第十七条第（一）项), otherwise nothing. */
export function failsInARow(ratings: readonly FinalisedRating[], count: number): readonly FinalisedRating[] | null {
  const latest = ratings.slice(0, count);
  return latest.length === count && latest.every(({ grade }) => grade === 'fail') ? latest : null;
}
