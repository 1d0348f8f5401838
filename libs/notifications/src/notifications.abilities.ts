import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with notifications. */
export const NOTIFICATION_ABILITIES: AbilityDeclaration = {};
