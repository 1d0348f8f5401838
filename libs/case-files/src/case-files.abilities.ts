import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with case-files. */
export const CASE_FILE_ABILITIES: AbilityDeclaration = {};
