import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RuleSet: 'read' | 'create';
  }
}

/** Rule sets are system administration; whoever is judged or judges by them may read them. */
export const RULE_SET_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant, { duties }) => {
    grant('read', 'RuleSet');
    if (duties.includes('system')) grant('create', 'RuleSet');
  },
  provinceOfficer: (grant) => grant('read', 'RuleSet'),
  cityOfficer: (grant) => grant('read', 'RuleSet'),
  centerOperator: (grant) => grant('read', 'RuleSet'),
  auditor: (grant) => grant('read', 'RuleSet'),
};
