import type { ConditionColumns } from '@shucu/permissions';

/** Columns of a query in which the application is joined as `application`; an expert has it while assigned to its center and year. */
export const APPLICATION_COLUMNS: ConditionColumns = {
  regionId: 'application.region_id',
  leadOrganizationId: 'application.lead_organization_id',
  memberOrganizationId: (organizationId) =>
    `EXISTS (SELECT 1 FROM application_member member WHERE member.tenant_id = application.tenant_id
       AND member.application_id = application.id AND member.organization_id = ${organizationId})`,
  assignedExpertId: (expertId) =>
    `EXISTS (SELECT 1 FROM expert_assignment held WHERE held.tenant_id = application.tenant_id AND held.expert_id = ${expertId}
       AND held.center_id = application.center_id AND held.year = application.year AND held.ended_at IS NULL)`,
};
