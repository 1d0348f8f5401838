import { chartHeading, chartWidths } from '../tree/chart-table.js';
import type { BarChart, Cell, Row, Table } from '../tree/document-tree.types.js';
import { points } from './docx-units.js';
import { type WordAlignment, wordParagraph, wordRuns, wordShading } from './word-xml.js';

/** Paragraph style of table cells; every layout defines it. */
export const CELL_STYLE = 'cell';

/** How the tables of a layout look. */
export interface WordTableLook {
  /** Width of the text area in twips. */
  readonly textWidth: number;
  /** Background of headings, hex; null for none. */
  readonly headFill: string | null;
  /** Colour of bars, hex. */
  readonly barColor: string;
}

interface RowOptions {
  readonly head?: boolean;
  /** Opens a group: shaded, and kept on the page of the next row. */
  readonly opensGroup?: boolean;
}

interface CellOptions {
  readonly width: number;
  readonly span?: number;
  readonly fill?: string | null;
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
const PADDING = { top: points(3), left: points(5), bottom: points(3), right: points(5) };
const BAR_HEIGHT = points(8);

/** A table as wide as the text area; its heading rows come again on every page. */
export function wordTable({ widths, head, body }: Table, look: WordTableLook): string {
  const columns = columnWidths(widths, look);
  const rows = [
    ...head.map((row) => wordRow(row, columns, look, { head: true })),
    ...body.map((row) => wordRow(row, columns, look, { opensGroup: row.length === 1 && row[0]?.header === true })),
  ];
  return assembleTable(columns, gridBorders(), rows.join(''));
}

/** A bar chart as a table, its bars in a column of their own. */
export function wordChart(chart: BarChart, look: WordTableLook): string {
  const columns = columnWidths(chartWidths(chart), look);
  const [nameWidth = 0, barWidth = 0, ...figureWidths] = columns;
  const rows = chart.bars.map(({ cells: [label, ...figures], share }) => {
    const room = barWidth - PADDING.left - PADDING.right;
    const bar = wordParagraph(
      { style: CELL_STYLE, line: BAR_HEIGHT, right: Math.round(room * (1 - share)), fill: look.barColor },
      '',
    );
    return [
      '<w:tr><w:trPr><w:cantSplit/></w:trPr>',
      label ? textCell(label, { width: nameWidth }, {}) : '',
      wordCell({ width: barWidth }, bar),
      ...figures.map((cell, index) => textCell({ ...cell, align: 'right' }, { width: figureWidths[index] ?? 0 }, {})),
      '</w:tr>',
    ].join('');
  });
  return assembleTable(
    columns,
    gridBorders(),
    wordRow(chartHeading(chart), columns, look, { head: true }) + rows.join(''),
  );
}

/** A table of given columns, borders and rows; `float` is its position when it does not stand in the text. */
export function assembleTable(columns: readonly number[], borders: string, rows: string, float = ''): string {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const padding = Object.entries(PADDING).map(([side, size]) => `<w:${side} w:w="${size}" w:type="dxa"/>`);
  return [
    `<w:tbl><w:tblPr>${float}<w:tblW w:w="${width}" w:type="dxa"/>${borders}<w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar>${padding.join('')}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`,
    rows,
    '</w:tbl>',
  ].join('');
}

/** A cell of given width around its paragraphs. */
export function wordCell({ width, span = 1, fill = null }: CellOptions, paragraphs: string): string {
  const columns = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  const shading = fill === null ? '' : wordShading(fill);
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${columns}${shading}<w:vAlign w:val="center"/>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs}</w:tc>`;
}

function wordRow(row: Row, columns: readonly number[], look: WordTableLook, options: RowOptions): string {
  const fill = options.head || options.opensGroup ? look.headFill : null;
  let column = 0;
  const cells = row.map((cell) => {
    const width = columns.slice(column, column + cell.span).reduce((sum, own) => sum + own, 0);
    column += cell.span;
    return textCell(cell, { width, span: cell.span, fill }, options);
  });
  return `<w:tr><w:trPr><w:cantSplit/>${options.head ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

function textCell(cell: Cell, options: CellOptions, { opensGroup = false }: RowOptions): string {
  const alignment: WordAlignment = cell.align;
  const runs = wordRuns(cell.inlines, cell.header);
  return wordCell(options, wordParagraph({ style: CELL_STYLE, alignment, keepNext: opensGroup }, runs));
}

function gridBorders(): string {
  const sides = SIDES.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8C8C8C"/>`);
  return `<w:tblBorders>${sides.join('')}</w:tblBorders>`;
}

function columnWidths(widths: readonly number[], { textWidth }: WordTableLook): number[] {
  const sum = widths.reduce((total, width) => total + width, 0);
  return widths.map((width) => Math.floor((textWidth * width) / sum));
}
