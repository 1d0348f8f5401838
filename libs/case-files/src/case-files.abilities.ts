import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    CaseFile: 'read';
  }
}

/** Whole cases are taken away by the province and by its auditor, who defend or examine them. */
export const CASE_FILE_ABILITIES: AbilityDeclaration = {
  provinceOfficer: (grant) => grant('read', 'CaseFile'),
  auditor: (grant) => grant('read', 'CaseFile'),
};
