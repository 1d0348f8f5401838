import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Deadline: 'read';
  }
}

/** The province sees every deadline, everybody else those that are theirs to keep. */
export const DEADLINE_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'Deadline'),
  provinceOfficer: (grant) => grant('read', 'Deadline'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'Deadline', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (organizationId) grant('read', 'Deadline', { conditions: { leadOrganizationId: organizationId } });
  },
  expert: (grant, { accountId }) => grant('read', 'Deadline', { conditions: { assignedExpertId: accountId } }),
  auditor: (grant) => grant('read', 'Deadline'),
};
