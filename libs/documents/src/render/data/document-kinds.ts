import { DOCUMENT_CONTRACTS, type DocumentKind } from './document-contracts.js';

/** All kinds of documents, in the order of a center's life. */
export const DOCUMENT_KINDS = Object.keys(DOCUMENT_CONTRACTS) as readonly DocumentKind[];

/** Name of the platform's template of a kind, without `.hbs`: `ratingReport` → `rating-report`. */
export function templateFile(kind: DocumentKind): string {
  return kind.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
