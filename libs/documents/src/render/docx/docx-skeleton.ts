import { Document, Packer, Paragraph } from 'docx';
import type { DocxLayout, DocxSection } from './docx-layout.types.js';
import { unzipFiles } from './zip.js';

/** Path of the part that holds the text. */
export const BODY_PART = 'word/document.xml';

/** All parts of a Word file but its text: styles, settings, headers and footers, the text's place marked in `pieces`. */
export interface DocxSkeleton {
  readonly parts: ReadonlyMap<string, Buffer>;
  /** What stands before, between and after the bodies of the sections. */
  readonly pieces: readonly string[];
}

const BODY_MARK = '@@body@@';
const MARKED_PARAGRAPH = /<w:p>(?:(?!<w:p>).)*?@@body@@.*?<\/w:p>/gs;

/**
 * Lets the library write a file with an empty section in the place of each. It is made once a layout: written through the
 * library, the text of a report alone takes 50 ms, more than the PDF.
 */
export async function buildSkeleton(
  { properties }: DocxLayout,
  sections: readonly DocxSection[],
): Promise<DocxSkeleton> {
  const empty = sections.map(({ pages }) => ({ ...pages, children: [new Paragraph(BODY_MARK)] }));
  const file = await Packer.toBuffer(new Document({ ...properties, sections: empty }));
  const parts = unzipFiles(file);
  const body = parts.get(BODY_PART)?.toString('utf8') ?? '';
  const pieces = body.split(MARKED_PARAGRAPH);
  if (pieces.length !== sections.length + 1) throw new Error(`${BODY_PART} has ${pieces.length - 1} places for text`);
  return { parts, pieces };
}
