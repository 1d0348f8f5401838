import type { Random } from '../basis/random.js';
import type { Area, YearQuality } from '../provinces/province.types.js';

/** The level of an area in a year, 0 to 1. */
export function levelOf({ base, areas }: YearQuality, area: Area): number {
  return areas?.[area] ?? base;
}

/** How much of a norm a level brings about: nearly proportional, more than the norm for the best. */
export function factorOf(level: number): number {
  return level <= 0.9 ? level * 0.97 : 0.873 + (level - 0.9) * 3.5;
}

/** The quantity that a level brings about, a little more or less by chance. */
export function quantityOf(random: Random, norm: number, level: number): number {
  return Math.round(norm * factorOf(level) * (0.97 + random.fraction() * 0.06));
}
