import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RevocationCase: 'read' | 'create' | 'state' | 'decide' | 'reverse';
  }
}

/** The province revokes (第十七条); a center, and its bureau, see a case from the invitation on, and who binds the center states its case. */
export const REVOCATION_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'RevocationCase'),
  provinceOfficer: (grant) => grant(['read', 'create', 'decide', 'reverse'], 'RevocationCase'),
  cityOfficer: (grant, { regionId }) => {
    if (regionId) grant('read', 'RevocationCase', { conditions: { regionId, released: true } });
  },
  centerOperator: (grant, { organizationId, duties }) => {
    if (!organizationId) return;
    const own = { conditions: { leadOrganizationId: organizationId, released: true } };
    grant('read', 'RevocationCase', own);
    if (duties.includes('submission')) grant('state', 'RevocationCase', own);
  },
  auditor: (grant) => grant('read', 'RevocationCase'),
};
