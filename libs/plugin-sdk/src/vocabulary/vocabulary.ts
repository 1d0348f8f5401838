import { EVIDENCE_KINDS } from './evidence-kinds.js';
import { FIELDS } from './fields.js';
import { LINKS } from './links.js';
import { PARTNER_KINDS } from './partner-kinds.js';
import { RESOURCE_KINDS } from './resource-kinds.js';
import { SERVICE_TYPES } from './service-types.js';
import type { Vocabulary, VocabularyAdditions } from './vocabulary.types.js';

/** The platform's own terms. */
export const PLATFORM_VOCABULARY: Vocabulary = {
  serviceTypes: SERVICE_TYPES,
  resourceKinds: RESOURCE_KINDS,
  partnerKinds: PARTNER_KINDS,
  links: LINKS,
  fields: FIELDS,
  evidenceKinds: EVIDENCE_KINDS,
};

/** The platform's terms with those that plugins add. */
export function extendVocabulary(...additions: readonly (VocabularyAdditions | undefined)[]): Vocabulary {
  const merged = { ...PLATFORM_VOCABULARY };
  for (const addition of additions) {
    for (const list of Object.keys(PLATFORM_VOCABULARY) as (keyof Vocabulary)[]) {
      merged[list] = { ...merged[list], ...addition?.[list] };
    }
  }
  return merged;
}
