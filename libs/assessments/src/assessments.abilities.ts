import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    ExpertAssignment: 'read' | 'create' | 'end';
    ExpertScore: 'create';
  }
}

/** The province assigns experts; each scores what is assigned, while it is, and sees the own scores only (第十二条). */
export const ASSESSMENT_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant) => grant('read', 'ExpertAssignment'),
  provinceOfficer: (grant) => grant(['read', 'create', 'end'], 'ExpertAssignment'),
  expert: (grant, { accountId }) => {
    const assigned = { conditions: { assignedExpertId: accountId } };
    grant('read', 'ExpertAssignment', assigned);
    grant('create', 'ExpertScore', assigned);
  },
  auditor: (grant) => grant('read', 'ExpertAssignment'),
};
