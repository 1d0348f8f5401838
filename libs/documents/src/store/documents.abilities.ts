import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    Document: 'read';
  }
}

/** Documents are the province's, a bureau's by region, and an operator's once they are given out. */
export const DOCUMENT_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'Document'),
  provinceOfficer: (grant) => grant('read', 'Document'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'Document', { conditions: { regionId } });
  },
  centerOperator: (grant, { organizationId }) => {
    if (!organizationId) return;
    grant('read', 'Document', { conditions: { leadOrganizationId: organizationId, released: true } });
  },
  auditor: (grant) => grant('read', 'Document'),
};
