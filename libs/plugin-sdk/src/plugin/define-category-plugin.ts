import { deepFreeze } from '../deep-freeze.js';
import { definitionFaults } from '../faults/definition-faults.js';
import { PluginDefinitionError } from '../faults/plugin-definition-error.js';
import type { CategoryPlugin, CategoryPluginDefinition } from './category-plugin.types.js';

/** Checks a category plugin and freezes it. Throws one {@link PluginDefinitionError} that lists every fault. */
export function defineCategoryPlugin(definition: CategoryPluginDefinition): CategoryPlugin {
  const faults = definitionFaults(definition);
  if (faults.length > 0) throw new PluginDefinitionError(JSON.stringify(definition?.id ?? null), faults);
  return deepFreeze({
    vocabulary: {},
    requiredServiceAreas: [],
    variants: [],
    deductions: [],
    gates: [],
    total: {},
    ...definition,
  });
}
