import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    /** Which files, is asked of the rows that cite them. */
    EvidenceFile: 'read' | 'upload';
    FileFinding: 'read';
  }
}

/** Whoever states, inspects or judges brings evidence along; administrators and auditors look at it and at what became of the files. */
export const EVIDENCE_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => {
    grant('read', 'EvidenceFile');
    grant('read', 'FileFinding');
  },
  provinceOfficer: (grant) => grant(['read', 'upload'], 'EvidenceFile'),
  cityOfficer: (grant) => grant(['read', 'upload'], 'EvidenceFile'),
  centerOperator: (grant) => grant(['read', 'upload'], 'EvidenceFile'),
  expert: (grant) => grant(['read', 'upload'], 'EvidenceFile'),
  auditor: (grant) => {
    grant('read', 'EvidenceFile');
    grant('read', 'FileFinding');
  },
};
