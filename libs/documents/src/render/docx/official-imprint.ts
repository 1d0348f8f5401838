import type { Paragraph, Section } from '../tree/document-tree.types.js';
import { assembleTable, wordCell } from './word-table.js';
import { wordParagraph, wordRuns } from './word-xml.js';

/** In eighths of a point: 0.35 mm outside, 0.25 mm inside. */
const BORDERS = [
  '<w:tblBorders>',
  '<w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>',
  '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/>',
  '<w:insideH w:val="single" w:sz="6" w:space="0" w:color="000000"/>',
  '</w:tblBorders>',
].join('');
const FOOT_OF_TEXT_AREA = '<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpYSpec="bottom"/>';

/** 版记 as a table that floats to the lower edge of the text area of the page it falls on, the last one. */
export function imprintTable({ blocks }: Section, textWidth: number): string {
  const parts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  const copies = parts.filter(({ role }) => role === 'copies');
  const printing = parts.filter(({ role }) => role !== 'copies');
  const half = Math.floor(textWidth / 2);
  const row = (own: readonly Paragraph[]): string => {
    const span = own.length === 1 ? 2 : 1;
    const cells = own.map(({ role, inlines }) =>
      wordCell({ width: half * span, span }, wordParagraph({ style: role ?? undefined }, wordRuns(inlines))),
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  };
  const rows = [...copies.map((part) => row([part])), row(printing)];
  return assembleTable([half, half], BORDERS, rows.join(''), FOOT_OF_TEXT_AREA);
}
