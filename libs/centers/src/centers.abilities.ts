import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Center: 'read' | 'create' | 'update';
  }
}

/** Who sees and keeps centers: the province all, a bureau its region's, an operator the own organization's, an expert the assigned. */
export const CENTER_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'Center'),
  provinceOfficer: (grant) => grant(['read', 'create', 'update'], 'Center'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'Center', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (organizationId) grant('read', 'Center', { conditions: { leadOrganizationId: organizationId } });
  },
  expert: (grant, { accountId }) => grant('read', 'Center', { conditions: { assignedExpertId: accountId } }),
  auditor: (grant) => grant('read', 'Center'),
};
