import type { z } from 'zod';
import type { LayoutName } from '../layout.js';
import { ratingReportSchema } from './rating-report.schema.js';
import { revocationNoticeSchema } from './revocation-notice.schema.js';

interface DocumentContract {
  readonly schema: z.ZodType;
  readonly layout: LayoutName;
}

/** Kinds of documents, as plugins name their templates: the data each is given and the layout it is set in. */
export const DOCUMENT_CONTRACTS = {
  ratingReport: { schema: ratingReportSchema, layout: 'report' },
  revocationNotice: { schema: revocationNoticeSchema, layout: 'official' },
} as const satisfies Record<string, DocumentContract>;

export type DocumentKind = keyof typeof DOCUMENT_CONTRACTS;
