import { readFileSync } from 'node:fs';
import { DOCUMENT_CONTRACTS, type DocumentKind } from '../data/document-contracts.js';
import { templateFile } from '../data/document-kinds.js';
import type { RenderRequest } from '../pool/render.types.js';
import { SAMPLES } from '../samples/samples.js';
import { platformPartials } from '../template/platform-partials.js';

const PLUGINS = new URL('../../../../../plugins/', import.meta.url);
const PLATFORM = new URL('../../../', import.meta.url);

/** Categories whose plugins ship with the platform. */
export const CATEGORIES = ['comprehensive', 'industry', 'functional'] as const;

/**
 * A whole request for a document with sample data, from the template of a built-in plugin, or of the platform where no category
 * is named; `data` replaces single fields of it.
 */
export function sampleRequest(
  kind: DocumentKind,
  { category, data = {} }: { category?: string; data?: object } = {},
): RenderRequest {
  const path = `templates/${templateFile(kind)}.hbs`;
  const file = category === undefined ? new URL(path, PLATFORM) : new URL(`${category}/${path}`, PLUGINS);
  return {
    templateName: `${category ?? 'platform'}/${kind}`,
    source: readFileSync(file, 'utf8'),
    partials: platformPartials(),
    data: { ...SAMPLES[kind], ...data },
    ...DOCUMENT_CONTRACTS[kind],
  };
}
