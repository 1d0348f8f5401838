import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    RuleSetPreview: 'read' | 'create';
  }
}

/** A dry run tells results that nobody decided on: the province alone sees it. */
export const RULE_SET_PREVIEW_ABILITIES: AbilityDeclaration = {
  provinceAdministrator: (grant, { duties }) => {
    grant('read', 'RuleSetPreview');
    if (duties.includes('system')) grant('create', 'RuleSetPreview');
  },
  provinceOfficer: (grant) => grant('read', 'RuleSetPreview'),
  auditor: (grant) => grant('read', 'RuleSetPreview'),
};
