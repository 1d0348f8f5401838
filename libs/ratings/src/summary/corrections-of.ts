import type { Grade } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { RatingState } from '../rating.entity.js';

/** A result that was corrected, by its first and its present version. */
export interface CorrectedRating {
  readonly name: string;
  readonly before: { readonly state: RatingState; readonly grade: Grade | null };
  readonly after: { readonly state: RatingState; readonly grade: Grade | null };
  readonly reason: string;
}

/** The ratings of a run that were corrected since its publication. */
export function correctionsSince(runId: string): Promise<CorrectedRating[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<CorrectedRating[]>(
    `SELECT rating.inputs -> 'center' ->> 'name' AS name, rating.correction_reason AS reason,
       jsonb_build_object('state', first.state, 'grade', first.grade) AS before,
       jsonb_build_object('state', rating.state, 'grade', rating.grade) AS after
     FROM rating JOIN rating_version first
       ON first.tenant_id = rating.tenant_id AND first.rating_id = rating.id AND first.version = 1
     WHERE rating.tenant_id = $1 AND rating.run_id = $2 ORDER BY rating.corrected_at`,
    [tenantId, runId],
  );
}
