import type { AbilityDeclaration } from '@shucu/permissions';

/** Who may do what with evidence. */
export const EVIDENCE_ABILITIES: AbilityDeclaration = {};
