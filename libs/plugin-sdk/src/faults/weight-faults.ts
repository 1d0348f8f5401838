import { parseDecimal, sumOf } from '../decimal.js';
import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { indicatorTable, variantIds } from '../plugin/indicator-table.js';
import type { Fault } from './fault.types.js';

/** Every indicator has a weight, and those of each variant sum to 100. */
export function weightFaults({ groups, variants = [] }: CategoryPluginDefinition): readonly Fault[] {
  const single = groups
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ id, weight }: { readonly id: string; readonly weight: unknown }): Fault[] => {
      const path = `indicators.${id}.weight`;
      if (weight === undefined) return [{ path, message: 'is missing' }];
      return parseDecimal(weight)?.gte(0) ? [] : [{ path, message: `${String(weight)} is no decimal number from 0` }];
    });
  return single.length > 0 ? single : sumFaults({ groups, variants });
}

function sumFaults(table: Required<Pick<CategoryPluginDefinition, 'groups' | 'variants'>>): Fault[] {
  return variantIds(table).flatMap((variant): Fault[] => {
    const sum = sumOf(indicatorTable(table, variant).map(({ indicator }) => indicator.weight));
    if (sum.eq(100)) return [];
    const path = variant === null ? 'groups' : `variants.${variant}`;
    return [{ path, message: `the weights of its indicators sum to ${sum.toFixed()}, not 100` }];
  });
}
