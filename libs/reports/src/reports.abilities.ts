import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    AnnualReport: 'read' | 'update' | 'file' | 'decide';
  }
}

/** The center's operators write and file, the province decides, the bureau of the region looks on (第十五条). */
export const REPORT_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'AnnualReport'),
  provinceOfficer: (grant) => grant(['read', 'decide'], 'AnnualReport'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'AnnualReport', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    grant(['read', 'update', 'file'], 'AnnualReport', { conditions: { leadOrganizationId: organizationId } });
  },
  auditor: (grant) => grant('read', 'AnnualReport'),
};
