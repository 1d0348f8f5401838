import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with applications. */
export const APPLICATION_ABILITIES: AbilityDeclaration = {};
