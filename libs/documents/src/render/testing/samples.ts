import { readFileSync } from 'node:fs';
import type { DocumentKind } from '../data/document-contracts.js';
import { DOCUMENT_CONTRACTS } from '../data/document-contracts.js';
import type { RenderRequest } from '../pool/render.types.js';
import { platformPartials } from '../template/platform-partials.js';
import { sampleRatingReport } from './rating-report.sample.js';
import { sampleRevocationNotice } from './revocation-notice.sample.js';

const PLUGINS = new URL('../../../../../plugins/', import.meta.url);
const FILES = { ratingReport: 'rating-report', revocationNotice: 'revocation-notice' } as const;

/** Categories whose plugins ship with the platform. */
export const CATEGORIES = ['comprehensive', 'industry', 'functional'] as const;

/** A whole request for a document of a built-in plugin, with sample data; `data` replaces single fields of it. */
export function sampleRequest(
  kind: DocumentKind,
  { category = 'comprehensive', data = {} }: { category?: string; data?: object } = {},
): RenderRequest {
  const file = FILES[kind];
  const sample = kind === 'ratingReport' ? sampleRatingReport() : sampleRevocationNotice();
  return {
    templateName: `${category}/${file}`,
    source: readFileSync(new URL(`${category}/templates/${file}.hbs`, PLUGINS), 'utf8'),
    partials: platformPartials(),
    data: { ...sample, ...data },
    ...DOCUMENT_CONTRACTS[kind],
  };
}
