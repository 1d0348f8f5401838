import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { PLATFORM_VOCABULARY } from '../vocabulary/vocabulary.js';
import type { Vocabulary } from '../vocabulary/vocabulary.types.js';
import type { Fault } from './fault.types.js';

/** A plugin adds terms; redefining one of the platform's is a fault. */
export function vocabularyFaults({ vocabulary = {} }: CategoryPluginDefinition): readonly Fault[] {
  return (Object.keys(vocabulary) as (keyof Vocabulary)[]).flatMap((list) =>
    Object.keys(vocabulary[list] ?? {})
      .filter((id) => id in PLATFORM_VOCABULARY[list])
      .map((id) => ({ path: `vocabulary.${list}.${id}`, message: 'is a term of the platform already' })),
  );
}
