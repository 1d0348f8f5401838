import type { DocumentKind } from '../data/document-contracts.js';
import { sampleRatingReport } from './rating-report.sample.js';
import { sampleRevocationNotice } from './revocation-notice.sample.js';

/** Data of an invented case for each kind: what a template is previewed and tested with. */
export const SAMPLES: Readonly<Partial<Record<DocumentKind, object>>> = {
  ratingReport: sampleRatingReport(),
  revocationNotice: sampleRevocationNotice(),
};
