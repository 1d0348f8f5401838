import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

/** Every fault of a definition; empty when it can be used. */
export function definitionFaults(_definition: CategoryPluginDefinition): readonly Fault[] {
  return [];
}
