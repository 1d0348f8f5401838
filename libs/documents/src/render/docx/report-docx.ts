import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type IParagraphStyleOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  SectionType,
  TextRun,
  VerticalAlignSection,
} from 'docx';
import type { Block, Section } from '../tree/document-tree.types.js';
import { type DocxLayout, type DocxSection, TITLE_MARK } from './docx-layout.types.js';
import { headingStyle, paragraphStyle } from './docx-styles.js';
import { font, fontSize, millimetres, points } from './docx-units.js';
import { AFTER_TABLE_STYLE, CAPTION_STYLE, TEXT_STYLE } from './word-body.js';
import { CELL_STYLE } from './word-table.js';

const INK = '1F3A5F';
const GREY = '595959';
const LINE = { line: points(19), lineRule: LineRuleType.EXACT };
const MARGINS = { top: millimetres(28), bottom: millimetres(25), left: millimetres(25), right: millimetres(25) };
const A4 = { width: millimetres(210), height: millimetres(297) };

const COVER_PAGE: DocxSection['pages'] = {
  properties: { page: { size: A4, margin: MARGINS }, verticalAlign: VerticalAlignSection.CENTER },
};

/** The annual rating report in Word: cover, running header, numbered pages. */
export const REPORT_DOCX: DocxLayout = {
  look: { textWidth: millimetres(160), headFill: 'E9EEF5', barColor: INK, section: () => null },
  sections({ blocks }) {
    const isCover = (block: Block): block is Section => block.kind === 'section' && block.role === 'cover';
    const body = { blocks: blocks.filter((block) => !isCover(block)), pages: bodyPages() };
    return [...blocks.filter(isCover).map((cover) => ({ blocks: [cover], pages: COVER_PAGE })), body];
  },
  properties: {
    styles: {
      default: {
        document: { run: { font: font('宋体'), size: fontSize(11), language: { eastAsia: 'zh-CN' } } },
        heading1: headingStyle(
          { name: '宋体', size: 26, bold: true },
          { alignment: AlignmentType.CENTER, spacing: { after: points(60) } },
        ),
        heading2: headingStyle(
          { name: '黑体', size: 14, bold: true, color: INK },
          { spacing: { before: points(20), after: points(8) } },
        ),
        heading3: headingStyle(
          { name: '黑体', size: 12, bold: true },
          { spacing: { before: points(14), after: points(6) } },
        ),
        heading4: headingStyle(
          { name: '黑体', size: 11, bold: true },
          { spacing: { before: points(12), after: points(6) } },
        ),
      },
      paragraphStyles: paragraphStyles(),
    },
  },
};

function paragraphStyles(): IParagraphStyleOptions[] {
  const centred = (before: number, after = 0) => ({
    alignment: AlignmentType.CENTER,
    spacing: { before: points(before), after: points(after) },
  });
  return [
    paragraphStyle(TEXT_STYLE, { alignment: AlignmentType.BOTH, indent: { firstLine: points(22) }, spacing: LINE }),
    paragraphStyle('subtitle', centred(0, 120), { font: font('黑体'), size: fontSize(16), bold: true }),
    paragraphStyle('issuer', centred(120, 8), { size: fontSize(15) }),
    paragraphStyle('date', centred(0), { size: fontSize(15) }),
    paragraphStyle('center', centred(0)),
    paragraphStyle('note', { spacing: LINE }, { size: fontSize(9) }),
    paragraphStyle(CELL_STYLE, {}, { size: fontSize(9.5) }),
    paragraphStyle(CAPTION_STYLE, centred(8, 4), { font: font('黑体'), size: fontSize(10) }),
    paragraphStyle(AFTER_TABLE_STYLE, { spacing: { line: points(8), lineRule: LineRuleType.EXACT } }, { size: 2 }),
  ];
}

function bodyPages(): DocxSection['pages'] {
  const small = { size: fontSize(9), color: GREY };
  const border = { bottom: { style: BorderStyle.SINGLE, size: 4, color: GREY, space: 4 } };
  const number = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES_IN_SECTION, ' 页'];
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: A4, margin: MARGINS, pageNumbers: { start: 1 } } },
    headers: {
      default: new Header({
        children: [new Paragraph({ border, children: [new TextRun({ text: TITLE_MARK, ...small })] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: number, ...small })] }),
        ],
      }),
    },
  };
}
