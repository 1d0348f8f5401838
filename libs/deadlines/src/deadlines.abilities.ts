import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with deadlines. */
export const DEADLINE_ABILITIES: AbilityDeclaration = {};
