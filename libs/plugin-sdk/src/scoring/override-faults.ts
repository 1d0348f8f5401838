import type { QuantitativeCriterion } from '../criteria/criterion.types.js';
import { Decimal, type DecimalInput, sumOf } from '../decimal.js';
import type { Fault } from '../faults/fault.types.js';
import { thresholdFault } from '../faults/threshold-fault.js';
import { zodFaults } from '../faults/zod-faults.js';
import { bandFaults } from '../grading/bands.js';
import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import { criterionKey, indicatorTable, variantIds } from '../plugin/indicator-table.js';
import { categoryOverridesSchema } from './overrides.schema.js';

/** What is wrong with a tenant's overrides: unknown ids, figures that are none, weights that no longer sum to 100 in a variant, faulty bands. */
export function overrideFaults(plugin: CategoryPlugin, overrides: unknown): readonly Fault[] {
  const parsed = categoryOverridesSchema.safeParse(overrides);
  if (!parsed.success) return zodFaults(parsed.error, 'overrides');
  const { weights = {}, thresholds = {}, bands } = parsed.data;
  return [
    ...weightFaults(plugin, weights),
    ...thresholdFaults(plugin, thresholds),
    ...(bands === undefined ? [] : bandFaults(bands, 'overrides.bands')),
  ];
}

function weightFaults(plugin: CategoryPlugin, weights: Readonly<Record<string, DecimalInput>>): Fault[] {
  const known = new Set(plugin.groups.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  const faults = Object.entries(weights).flatMap(([id, weight]): Fault[] => {
    const path = `overrides.weights.${id}`;
    if (!known.has(id)) return [{ path, message: 'is no indicator of this category' }];
    return new Decimal(weight).lt(0) ? [{ path, message: `is ${weight}, but a weight cannot be negative` }] : [];
  });
  const sums = variantIds(plugin).flatMap((variant): Fault[] => {
    const rows = indicatorTable(plugin, variant);
    const sum = sumOf(rows.map(({ indicator }) => weights[indicator.id] ?? indicator.weight));
    if (sum.eq(100)) return [];
    const where = variant === null ? '' : ` of variant ${variant}`;
    return [{ path: 'overrides.weights', message: `the weights${where} sum to ${sum.toFixed()}, not 100` }];
  });
  return [...faults, ...sums];
}

function thresholdFaults(plugin: CategoryPlugin, thresholds: Readonly<Record<string, DecimalInput>>): Fault[] {
  const changeable = quantitativeCriteria(plugin);
  return Object.entries(thresholds).flatMap(([key, threshold]): Fault[] => {
    const path = `overrides.thresholds.${key}`;
    const criterion = changeable.get(key);
    if (criterion === undefined) return [{ path, message: 'is no quantitative criterion of this category' }];
    if (criterion.attainment.rule === 'steps') return [{ path, message: 'is a ladder: one number cannot replace it' }];
    const message = thresholdFault(criterion, threshold);
    return message === null ? [] : [{ path, message }];
  });
}

function quantitativeCriteria(plugin: CategoryPlugin): ReadonlyMap<string, QuantitativeCriterion> {
  const found = new Map<string, QuantitativeCriterion>();
  for (const indicator of plugin.groups.flatMap(({ indicators }) => indicators)) {
    for (const criterion of indicator.criteria) {
      const parts = criterion.kind === 'combined' ? criterion.parts : [criterion];
      for (const part of parts) {
        if (part.kind === 'quantitative') found.set(criterionKey(indicator.id, part.id), part);
      }
    }
  }
  return found;
}
