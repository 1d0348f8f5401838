import {
  AlignmentType,
  BorderStyle,
  DocumentGridType,
  Footer,
  type IParagraphStyleOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { DocxLayout, DocxSection } from './docx-layout.types.js';
import { headingStyle, paragraphStyle } from './docx-styles.js';
import { font, fontSize, millimetres, points } from './docx-units.js';
import { imprintTable } from './official-imprint.js';
import { wordSignature } from './official-signature.js';
import { AFTER_TABLE_STYLE, afterTable, CAPTION_STYLE, TEXT_STYLE } from './word-body.js';
import { CELL_STYLE } from './word-table.js';

const TEXT_WIDTH = millimetres(156);
/** 22 lines on 225 mm, in twips; a grid of 28 characters on 156 mm, in 4096ths of a point. */
const LINE_PITCH = Math.floor(millimetres(225) / 22);
const CHARACTER_SPACE = Math.round((((156 / 25.4) * 72) / 28 - 16) * 4096);
const SIZE = 16;
const RED = 'D6000F';

const LINE = { line: LINE_PITCH, lineRule: LineRuleType.EXACT };
const NO_INDENT = { firstLine: 0 };
const TWO_CHARACTERS = { firstLine: points(2 * SIZE) };

/** GB/T 9704-2012 in Word: fonts are named as Chinese machines have them. */
export const OFFICIAL_DOCX: DocxLayout = {
  look: {
    textWidth: TEXT_WIDTH,
    headFill: null,
    barColor: '666666',
    section(section) {
      if (section.role === 'signature') return wordSignature(section, LINE_PITCH);
      return section.role === 'imprint' ? imprintTable(section, TEXT_WIDTH) + afterTable() : null;
    },
  },
  sections: ({ blocks }) => [{ blocks, pages: officialPages() }],
  properties: {
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: font('仿宋'), size: fontSize(SIZE), language: { eastAsia: 'zh-CN' } } },
        heading1: headingStyle(
          { name: '方正小标宋简体', size: 22, bold: false },
          {
            alignment: AlignmentType.CENTER,
            indent: NO_INDENT,
            spacing: { before: 2 * LINE_PITCH, after: LINE_PITCH, line: points(35), lineRule: LineRuleType.EXACT },
          },
        ),
        heading2: headingStyle({ name: '黑体', size: SIZE, bold: false }, { indent: TWO_CHARACTERS, spacing: LINE }),
        heading3: headingStyle({ name: '楷体', size: SIZE, bold: false }, { indent: TWO_CHARACTERS, spacing: LINE }),
        heading4: headingStyle({ name: '仿宋', size: SIZE, bold: false }, { indent: TWO_CHARACTERS, spacing: LINE }),
      },
      paragraphStyles: paragraphStyles(),
    },
  },
};

function paragraphStyles(): IParagraphStyleOptions[] {
  const centred = { alignment: AlignmentType.CENTER, indent: NO_INDENT };
  const small = { size: fontSize(14) };
  return [
    paragraphStyle(TEXT_STYLE, { alignment: AlignmentType.BOTH, indent: TWO_CHARACTERS, spacing: LINE }),
    paragraphStyle(
      'mark',
      { ...centred, spacing: { before: millimetres(35), after: 2 * LINE_PITCH } },
      { font: font('方正小标宋简体'), size: fontSize(36), color: RED, bold: true },
    ),
    paragraphStyle('number', {
      ...centred,
      spacing: LINE,
      border: { bottom: { style: BorderStyle.SINGLE, size: 14, color: RED, space: 11 } },
    }),
    paragraphStyle('recipients', { indent: NO_INDENT, spacing: LINE }),
    paragraphStyle('center', { ...centred, spacing: LINE }),
    paragraphStyle('copies', { indent: { left: points(14 * 4), hanging: points(14 * 3), right: points(14) } }, small),
    paragraphStyle('printer', { indent: { left: points(14) } }, small),
    paragraphStyle('printed-on', { alignment: AlignmentType.RIGHT, indent: { right: points(14) } }, small),
    paragraphStyle(CELL_STYLE, { indent: NO_INDENT }, small),
    paragraphStyle(CAPTION_STYLE, centred, small),
    paragraphStyle(AFTER_TABLE_STYLE, { spacing: { line: points(4), lineRule: LineRuleType.EXACT } }, { size: 2 }),
  ];
}

function officialPages(): DocxSection['pages'] {
  return {
    properties: {
      page: {
        size: { width: millimetres(210), height: millimetres(297) },
        margin: {
          top: millimetres(37),
          bottom: millimetres(35),
          left: millimetres(28),
          right: millimetres(26),
          footer: millimetres(23),
        },
      },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHARACTER_SPACE },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

/** Page number between dashes, one character from the outer edge: right on odd pages, left on even ones. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: font('宋体'), size: fontSize(14) });
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: points(14), right: points(14) }, children: [run] })],
  });
}
