import type { Partials } from '../render/index.js';

/** A template with everything it may include. */
export interface TemplateBundle {
  readonly source: string;
  readonly partials: Partials;
}
