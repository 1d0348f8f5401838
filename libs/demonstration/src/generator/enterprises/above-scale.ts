import { LAST_YEAR } from '../demonstration-years.js';

/** Growth of the number of enterprises above designated size a year. */
const GROWTH = 0.03;

/** Enterprises above designated size of an industry in a year: the last year's figure, a little less in earlier ones. */
export function aboveScaleIn(figures: Readonly<Record<string, number>>, industry: string, year: number): number {
  return Math.round((figures[industry] ?? 0) * (1 - GROWTH * (LAST_YEAR - year)));
}
