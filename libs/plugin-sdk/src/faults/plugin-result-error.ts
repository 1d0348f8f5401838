/** A function of the plugin returned what it must not: no decimal, an unknown grade, another center's sheet. */
export class PluginResultError extends Error {
  override readonly name = 'PluginResultError';
}
