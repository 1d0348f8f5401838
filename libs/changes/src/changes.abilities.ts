import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    ChangeReport: 'read' | 'update' | 'file' | 'decide';
  }
}

/** The center's operators report, the province decides, the bureau of the region looks on (第十八条). */
export const CHANGE_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'ChangeReport'),
  provinceOfficer: (grant) => grant(['read', 'decide'], 'ChangeReport'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'ChangeReport', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    grant(['read', 'update', 'file'], 'ChangeReport', { conditions: { leadOrganizationId: organizationId } });
  },
  auditor: (grant) => grant('read', 'ChangeReport'),
};
