import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with reports. */
export const REPORT_ABILITIES: AbilityDeclaration = {};
