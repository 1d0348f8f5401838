import type { IParagraphStyleOptions } from 'docx';
import { font, fontSize } from './docx-units.js';

type ParagraphLook = IParagraphStyleOptions['paragraph'];
type RunLook = IParagraphStyleOptions['run'];

/** A paragraph style under a name of our own, so that it cannot be taken for one of Word's. */
export function paragraphStyle(id: string, paragraph: ParagraphLook, run: RunLook = {}): IParagraphStyleOptions {
  return { id, name: `shucu ${id}`, basedOn: 'Normal', paragraph, run };
}

/** How one of Word's own heading styles looks; `size` in points. */
export function headingStyle(
  { name, size, bold, color = '000000' }: { name: string; size: number; bold: boolean; color?: string },
  paragraph: ParagraphLook,
): { run: RunLook; paragraph: ParagraphLook } {
  return { run: { font: font(name), size: fontSize(size), bold, color }, paragraph };
}
