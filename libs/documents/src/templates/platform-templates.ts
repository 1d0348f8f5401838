import { readFileSync } from 'node:fs';
import { type DocumentKind, platformPartials, templateFile } from '../render/index.js';
import type { TemplateBundle } from './template-bundle.js';

/** Name under which documents say that their template is the platform's own. */
export const PLATFORM = 'platform';

/** The platform's own template of a kind: there is one of every kind, so that a plugin need not bring any. */
export function platformTemplate(kind: DocumentKind): TemplateBundle {
  const partials = platformPartials();
  const source = partials[`platform/${templateFile(kind)}`];
  if (source === undefined) throw new Error(`The platform has no template ${kind}`);
  return { source, partials };
}

/** Version of the platform's templates: that of this package. */
export function platformVersion(): string {
  version ??= (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;
  return version;
}

let version: string | undefined;
