import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RuleSet: 'read' | 'create' | 'enterIntoForce';
  }
}

/** Rule sets are system administration; whoever is judged or judges by them may read them, the drafts only the province. */
export const RULE_SET_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant, { duties }) => {
    grant('read', 'RuleSet');
    if (duties.includes('system')) grant(['create', 'enterIntoForce'], 'RuleSet');
  },
  provinceOfficer: (grant) => grant('read', 'RuleSet'),
  cityOfficer: (grant) => grant('read', 'RuleSet', { conditions: { released: true } }),
  centerOperator: (grant) => grant('read', 'RuleSet', { conditions: { released: true } }),
  auditor: (grant) => grant('read', 'RuleSet'),
};
