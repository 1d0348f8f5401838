import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with changes. */
export const CHANGE_ABILITIES: AbilityDeclaration = {};
