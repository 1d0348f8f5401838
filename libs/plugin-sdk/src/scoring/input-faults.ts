import { parseDecimal } from '../decimal.js';
import type { Fault } from '../faults/fault.types.js';
import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import { judgedItems, variantIds } from '../plugin/indicator-table.js';
import { overrideFaults } from './override-faults.js';
import type { Opinion, ScoreInput } from './score-input.types.js';

/** What in an input does not fit the plugin: unknown variant or opinion, a measure nobody computed, figures that are none. */
export function inputFaults(plugin: CategoryPlugin, input: ScoreInput): readonly Fault[] {
  const { center, overrides } = input;
  if (!variantIds(plugin).includes(center.variant)) return [variantFault(plugin, center.variant)];
  return [
    ...measureFaults(plugin, input),
    ...opinionFaults(plugin, input),
    ...(overrides === undefined ? [] : overrideFaults(plugin, overrides)),
  ];
}

function variantFault(plugin: CategoryPlugin, variant: string | null): Fault {
  const known = plugin.variants.map(({ id }) => id).join(', ');
  const expected = known === '' ? 'the category has no variants: expected null' : `expected one of ${known}`;
  return { path: 'center.variant', message: `is ${JSON.stringify(variant)}; ${expected}` };
}

function measureFaults(plugin: CategoryPlugin, { measures }: ScoreInput): Fault[] {
  return Object.keys(plugin.measures).flatMap((name) => {
    const value: unknown = measures[name];
    if (value === null || (typeof value === 'string' && parseDecimal(value) !== null)) return [];
    const message =
      value === undefined
        ? 'is missing (null says that it has no value)'
        : `${JSON.stringify(value)} is no decimal string`;
    return [{ path: `measures.${name}`, message }];
  });
}

function opinionFaults(plugin: CategoryPlugin, { center, opinions }: ScoreInput): Fault[] {
  const known = new Set(judgedItems(plugin, center.variant).map(({ key }) => key));
  return Object.entries(opinions).flatMap(([key, opinion]) => {
    if (!known.has(key)) return [{ path: `opinions.${key}`, message: 'is no judged criterion of this variant' }];
    return opinion === null ? [] : scoreFaults(key, opinion);
  });
}

function scoreFaults(key: string, { score }: Opinion): Fault[] {
  const value = typeof score === 'string' ? parseDecimal(score) : null;
  if (value?.gte(0) && value.lte(100)) return [];
  return [{ path: `opinions.${key}.score`, message: `${JSON.stringify(score)} is no decimal string from 0 to 100` }];
}
