import type { Grade } from '@shucu/plugin-sdk';
import { TenantContext } from '@shucu/tenancy';
import type { RatingState } from '../rating.entity.js';

/** A center of a run as the summary lists it. */
export interface SummarisedCenter {
  readonly centerId: string;
  readonly name: string;
  readonly region: string;
  readonly pluginId: string;
  readonly state: RatingState;
  /** Decimal string. */
  readonly total: string | null;
  readonly grade: Grade | null;
  readonly reason: string | null;
}

/** The centers of a run, under the name they were rated under, best first. */
export function summarisedCenters(runId: string): Promise<SummarisedCenter[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<SummarisedCenter[]>(
    `SELECT rating.center_id AS "centerId", rating.inputs -> 'center' ->> 'name' AS name, region.name AS region,
       rating.plugin_id AS "pluginId", rating.state, rating.total::text AS total, rating.grade, rating.grade_reason AS reason
     FROM rating
     JOIN center ON center.tenant_id = rating.tenant_id AND center.id = rating.center_id
     JOIN region ON region.tenant_id = center.tenant_id AND region.id = center.region_id
     WHERE rating.tenant_id = $1 AND rating.run_id = $2 ORDER BY rating.total DESC NULLS LAST, rating.center_id`,
    [tenantId, runId],
  );
}
