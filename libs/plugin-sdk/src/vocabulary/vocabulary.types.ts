import type { LocalizedText } from '../localized-text.types.js';

/** Ids with their names in both languages. */
export type Terms = Readonly<Record<string, LocalizedText>>;

/** Every list of terms that records, resources and indicators may use. */
export interface Vocabulary {
  readonly serviceTypes: Terms;
  readonly resourceKinds: Terms;
  readonly partnerKinds: Terms;
  readonly links: Terms;
  readonly fields: Terms;
  readonly evidenceKinds: Terms;
}

/** Terms that a plugin adds to the platform's; it cannot redefine one. */
export type VocabularyAdditions = Readonly<Partial<Vocabulary>>;
