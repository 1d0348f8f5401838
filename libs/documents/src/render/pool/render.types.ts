import type { z } from 'zod';
import type { LayoutName } from '../layout.js';
import type { Partials } from '../template/compile-template.js';

export interface RenderRequest {
  /** Name in messages, e.g. `industry/ratingReport`. */
  readonly templateName: string;
  readonly source: string;
  readonly partials: Partials;
  readonly data: unknown;
  readonly layout: LayoutName;
  /** Checks the data, and the fields that the template names, before anything is rendered. */
  readonly schema?: z.ZodType;
}

/** The three forms of one document, and its text. */
export interface RenderedDocument {
  /** Standalone HTML, the same bytes for the same template and data. */
  readonly html: string;
  readonly pdf: Buffer;
  readonly docx: Buffer;
  /** Plain text, a line a paragraph. */
  readonly text: string;
  /** SHA-256 of the template and of the partials it reaches. */
  readonly templateHash: string;
}

/** What a worker thread is given: no schema, which cannot cross threads. */
export interface RenderOrder extends Omit<RenderRequest, 'schema'> {
  readonly templateHash: string;
}

/** What it answers: a document, or a refusal with the parameters of its `AppError`, or a fault of ours. */
export type RenderAnswer =
  | { readonly kind: 'rendered'; readonly document: Omit<RenderedDocument, 'templateHash'> }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> }
  | { readonly kind: 'faulty'; readonly message: string };
