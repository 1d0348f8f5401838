import type { Fault } from '../faults/fault.types.js';
import type { CategoryPlugin } from '../plugin/category-plugin.types.js';
import type { CategoryOverrides } from './score-input.types.js';

/** What is wrong with a tenant's overrides: unknown ids, figures that are none, weights that no longer sum to 100, faulty bands. */
export function overrideFaults(_plugin: CategoryPlugin, _overrides: CategoryOverrides): readonly Fault[] {
  return [];
}
