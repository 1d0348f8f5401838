import type { AbilityDeclaration } from '@shucu/permissions';

/**
 * Who reviews applications (第四条): the bureau those of its own region, as long as they are with it, then the province. Everybody
 * concerned follows the course; those who inspect it also see what is not concluded yet. What an office may do at which stage is
 * the business of `StageGuard`.
 */
export const REVIEW_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant(['follow', 'inspect'], 'Application'),
  provinceOfficer: (grant) =>
    grant(['follow', 'inspect', 'review', 'return', 'reject', 'accept', 'conclude'], 'Application'),
  cityOfficer: (grant, { regionId }) => {
    if (!regionId) return;
    grant(['follow', 'inspect', 'review', 'return', 'recommend', 'reject'], 'Application', {
      conditions: { regionId },
    });
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    grant('follow', 'Application', { conditions: { leadOrganizationId: organizationId } });
    grant('follow', 'Application', { conditions: { memberOrganizationId: organizationId } });
  },
  auditor: (grant) => grant(['follow', 'inspect'], 'Application'),
};
