import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Region: 'read';
    Organization: 'read' | 'create' | 'update';
  }
}

/** Who keeps the register of organizations: the province, each bureau seeing its own region. */
export const ORGANIZATION_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    grant('read', 'Region');
    grant('read', 'Organization');
  },
  provinceOfficer: (grant) => {
    grant('read', 'Region');
    grant(['read', 'create', 'update'], 'Organization');
  },
  cityOfficer: (grant, { regionId }) => {
    grant('read', 'Region');
    if (regionId) grant('read', 'Organization', { conditions: { regionId } });
  },
  centerOperator: (grant) => grant('read', 'Region'),
  expert: (grant) => grant('read', 'Region'),
  auditor: (grant) => {
    grant('read', 'Region');
    grant('read', 'Organization');
  },
};
