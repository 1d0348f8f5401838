import type { EvidenceReference } from './evidence-reference.js';

/** What a caller says of a service record or a resource, whichever it is. */
export interface LedgerInput {
  readonly centerId: string;
  readonly title: string;
  readonly region: string | null;
  readonly industry: string | null;
  readonly link: string | null;
  readonly field: string | null;
  readonly enterprise: string | null;
  readonly enterpriseName: string | null;
  readonly sme: boolean;
  readonly aboveScale: boolean;
  readonly discounted: boolean;
  readonly evidence: readonly EvidenceReference[];
}
