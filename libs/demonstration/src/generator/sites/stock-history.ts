import type { Random } from '../basis/random.js';
import { serviceDate } from '../basis/working-days.js';
import type { StockNorm } from '../norms/norms.types.js';
import type { YearQuality } from '../provinces/province.types.js';
import { levelOf, quantityOf } from './levels.js';

/** When a thing came and, perhaps, when it went. */
export interface Holding {
  readonly acquiredOn: string;
  readonly retiredOn: string | null;
}

/** Share of the first year's stock that is older than the center's first recorded year. */
const OLDER_SHARE = 0.75;

/** How a stock came about over the years: it follows the center's level up and down, or grows by new things each year. */
export function stockHistory(
  random: Random,
  norm: StockNorm,
  scale: number,
  years: readonly (readonly [year: number, quality: YearQuality])[],
): Holding[] {
  let held: Holding[] = [];
  const gone: Holding[] = [];
  years.forEach(([year, quality], index) => {
    const level = levelOf(quality, norm.area);
    const target = quantityOf(random, norm.count * scale, level);
    const fresh = quantityOf(random, (norm.yearly ?? 0) * scale, level);
    if (index === 0)
      held = olderOnes(random, year, norm.yearly ? target - 2 * fresh : Math.round(target * OLDER_SHARE));
    const change = norm.yearly ? fresh : target - held.length;
    for (let added = 0; added < change; added += 1)
      held.push({ acquiredOn: serviceDate(random, year), retiredOn: null });
    held = random.shuffled(held);
    for (const { acquiredOn } of held.splice(0, -change)) gone.push(retired(random, acquiredOn, year));
  });
  return [...held, ...gone];
}

function olderOnes(random: Random, firstYear: number, count: number): Holding[] {
  return Array.from({ length: Math.max(0, count) }, () => ({
    acquiredOn: serviceDate(random, firstYear - random.integer(1, 2)),
    retiredOn: null,
  }));
}

function retired(random: Random, acquiredOn: string, year: number): Holding {
  return {
    acquiredOn,
    retiredOn: serviceDate(random, year, acquiredOn.startsWith(`${year}-`) ? acquiredOn : undefined),
  };
}
