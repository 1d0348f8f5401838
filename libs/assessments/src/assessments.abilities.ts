import type { AbilityDeclaration } from '@shucu/permissions';

declare module '@shucu/permissions' {
  interface Subjects {
    ExpertScore: 'create';
  }
}

/** Experts score, and each sees the own scores only (第十二条). */
export const ASSESSMENT_ABILITIES: AbilityDeclaration = {
  expert: (grant) => grant('create', 'ExpertScore'),
};
