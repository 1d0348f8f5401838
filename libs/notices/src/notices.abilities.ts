import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with notices. */
export const NOTICE_ABILITIES: AbilityDeclaration = {};
