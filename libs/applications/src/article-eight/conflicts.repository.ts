import { TenantContext } from '@shucu/tenancy';
import type { Application } from '../application.entity.js';

/** A center that an application runs into. */
export interface ConflictingCenter {
  readonly centerId: string;
  readonly center: string;
}

/** Whether the center `other` is under way to be one: by an application that was submitted and has not ended. */
const APPLYING = (
  states: string,
): string => `EXISTS (SELECT 1 FROM application live WHERE live.tenant_id = other.tenant_id
  AND live.center_id = other.id AND live.state IN (${states}))`;

/**
 * Centers, running or applied for, of the same organizations: any other one of the lead, and one of another category that an
 * organization leads or takes part in (每个单位只建设 1 种类型).
 */
export function conflictingCenters(
  { centerId, category, leadOrganizationId }: Application,
  organizationIds: readonly string[],
): Promise<(ConflictingCenter & { organization: string })[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT other.id AS "centerId", other.name AS center, min(organization.name) AS organization
     FROM center other
     JOIN organization ON organization.tenant_id = other.tenant_id AND organization.id = ANY ($5::uuid[])
       AND (organization.id = other.lead_organization_id OR EXISTS (SELECT 1 FROM center_member member
         WHERE member.tenant_id = other.tenant_id AND member.center_id = other.id AND member.organization_id = organization.id))
     WHERE other.tenant_id = $1 AND other.id <> $2
       AND (other.status = 'active' OR other.status = 'candidate' AND ${APPLYING(
         `'submitted', 'returned', 'formalReview', 'assessment', 'proposed', 'onNotice'`,
       )})
       AND (other.category <> $3 OR other.lead_organization_id = $4)
     GROUP BY other.id, other.name ORDER BY other.id`,
    [tenantId, centerId, category, leadOrganizationId, organizationIds],
  );
}

/** Centers of the same category and industry that are running or have been proposed; who merely applies as well competes with it. */
export function sameIndustryCenters({ centerId, category, industry }: Application): Promise<ConflictingCenter[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT other.id AS "centerId", other.name AS center FROM center other
     WHERE other.tenant_id = $1 AND other.id <> $2 AND other.category = $3 AND other.industry = $4
       AND (other.status = 'active' OR other.status = 'candidate' AND ${APPLYING(`'proposed', 'onNotice'`)})
     ORDER BY other.id`,
    [tenantId, centerId, category, industry],
  );
}
