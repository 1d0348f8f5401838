import type { Grade } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { RatingState } from '../rating.entity.js';

/** A center of a run with its result and whom to tell. */
export interface RatedLead {
  readonly ratingId: string;
  readonly centerId: string;
  readonly center: string;
  readonly leadOrganizationId: string;
  readonly state: RatingState;
  readonly grade: Grade | null;
  readonly gradeReason: string | null;
}

/** Every center of a run, under its present lead. */
export function ratedLeads(runId: string): Promise<RatedLead[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<RatedLead[]>(
    `SELECT rating.id AS "ratingId", center.id AS "centerId", center.name AS center, rating.state, rating.grade,
       rating.grade_reason AS "gradeReason", center.lead_organization_id AS "leadOrganizationId"
     FROM rating JOIN center ON center.tenant_id = rating.tenant_id AND center.id = rating.center_id
     WHERE rating.tenant_id = $1 AND rating.run_id = $2 ORDER BY rating.id`,
    [tenantId, runId],
  );
}
