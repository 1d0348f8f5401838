import type { Section } from '../tree/document-tree.types.js';
import { inlineText } from '../tree/normal-text.js';
import { points } from './docx-units.js';
import { TEXT_STYLE } from './word-body.js';
import { wordParagraph, wordRuns } from './word-xml.js';

const SIZE = 16;
/** 右空四字. */
const DATE_INDENT = 4 * SIZE;

/** Issuer centred over the date, the date four characters from the right, room above them for the seal. */
export function wordSignature({ blocks }: Section, linePitch: number): string {
  const parts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  const width = (role: string): number =>
    parts.filter((part) => part.role === role).reduce((sum, { inlines }) => sum + textWidth(inlineText(inlines)), 0);
  const issuerIndent = Math.max(0, DATE_INDENT - (width('issuer') - width('date')) / 2);
  return parts
    .map((part, index) =>
      wordParagraph(
        {
          style: TEXT_STYLE,
          alignment: 'right',
          right: points(part.role === 'issuer' ? issuerIndent : DATE_INDENT),
          before: index === 0 ? 2 * linePitch : 0,
          line: linePitch,
          keepNext: index < parts.length - 1,
        },
        wordRuns(part.inlines),
      ),
    )
    .join('');
}

/** Width of a line of 三号 in points: Latin letters and digits take half a character. */
function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? SIZE / 2 : SIZE), 0);
}
