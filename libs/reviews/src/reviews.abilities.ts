import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with reviews. */
export const REVIEW_ABILITIES: AbilityDeclaration = {};
