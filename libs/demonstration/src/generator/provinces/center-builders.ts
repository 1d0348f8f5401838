import type { Area, YearQuality } from './province.types.js';

/** How a year went: the level in general, and where it was another one. */
export function quality(base: number, areas: Readonly<Partial<Record<Area, number>>> = {}): YearQuality {
  return { base, areas };
}
