import type { Fault } from './fault.types.js';

/** Figures, opinions or overrides that do not fit the plugin; every fault on a line of the message. */
export class ScoringInputError extends Error {
  override readonly name = 'ScoringInputError';

  constructor(
    pluginId: string,
    readonly faults: readonly Fault[],
  ) {
    const lines = faults.map(({ path, message }) => `- ${path}: ${message}`);
    super(`Cannot score with plugin ${pluginId}:\n${lines.join('\n')}`);
  }
}
