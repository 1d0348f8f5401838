import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RevocationCase: 'read' | 'create' | 'decide';
  }
}

/** The province revokes (第十七条). */
export const REVOCATION_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'RevocationCase'),
  provinceOfficer: (grant) => grant(['read', 'create', 'decide'], 'RevocationCase'),
  auditor: (grant) => grant('read', 'RevocationCase'),
};
