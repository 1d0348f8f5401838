import type { CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import type { Fault } from './fault.types.js';

/** Documents that the platform writes for every category. */
const REQUIRED_TEMPLATES = ['ratingReport', 'revocationNotice'] as const;

/** A missing template is a fault; whether its file exists is for whoever reads files. */
export function templateFaults({ templates }: CategoryPluginDefinition): readonly Fault[] {
  return REQUIRED_TEMPLATES.filter((kind) => !Object.hasOwn(templates, kind)).map((kind) => ({
    path: `templates.${kind}`,
    message: 'the template is missing',
  }));
}
