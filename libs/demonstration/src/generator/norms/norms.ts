import type { CenterDefinition } from '../provinces/province.types.js';
import { COMPREHENSIVE_NORMS } from './comprehensive.norms.js';
import { FUNCTIONAL_NORMS } from './functional.norms.js';
import { INDUSTRY_NORMS } from './industry.norms.js';
import type { CenterNorms } from './norms.types.js';

/** What a good year of this kind of center looks like. Throws for a category or variant that the generator does not know. */
export function normsOf({ category, variant }: Pick<CenterDefinition, 'category' | 'variant'>): CenterNorms {
  if (category === 'comprehensive') return COMPREHENSIVE_NORMS;
  if (category === 'industry') return INDUSTRY_NORMS;
  const norms = category === 'functional' && variant ? FUNCTIONAL_NORMS[variant] : undefined;
  if (norms === undefined) throw new RangeError(`no norms for ${category} ${variant ?? ''}`);
  return norms;
}
