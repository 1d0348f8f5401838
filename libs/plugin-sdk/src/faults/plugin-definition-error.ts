import type { Fault } from './fault.types.js';

/** A category plugin that cannot be used; every fault on a line of the message. */
export class PluginDefinitionError extends Error {
  override readonly name = 'PluginDefinitionError';

  constructor(
    pluginId: string,
    readonly faults: readonly Fault[],
  ) {
    const lines = faults.map(({ path, message }) => `- ${path}: ${message}`);
    super(`Category plugin ${pluginId} has ${faults.length} fault(s):\n${lines.join('\n')}`);
  }
}
