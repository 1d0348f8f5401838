import type { Element } from 'hast';
import { classesOf, type ElementChecker } from './checked-element.js';
import { alignmentOf, widthOf } from './closed-subset.js';
import type { Bar, BarChart, Cell, Row, Table } from './document-tree.types.js';
import { readInlines } from './inline-reader.js';
import { inlineText } from './normal-text.js';

const MAX_COLUMNS = 12;

/** A table whose rows all have the same number of columns. */
export function readTable(checker: ElementChecker, node: Element): Table {
  const parts = checker.elements(node);
  const rows = { thead: [] as Element[], tbody: [] as Element[] };
  for (const part of parts) {
    if (part.tagName !== 'thead' && part.tagName !== 'tbody') {
      checker.fault(part, `<table> 里只能有 thead、tbody，不能有 <${part.tagName}>`);
    }
    rows[part.tagName].push(...checker.elements(part));
  }
  const all = [...rows.thead, ...rows.tbody];
  const columns = all.map((row) => columnCount(checker, row));
  const wrong = columns.findIndex((count) => count !== columns[0]);
  const [first] = all;
  if (first === undefined) checker.fault(node, '表格没有行');
  if (wrong > 0) checker.fault(all[wrong] ?? node, `此行有 ${columns[wrong]} 列，首行有 ${columns[0]} 列`);
  return {
    kind: 'table',
    role: checker.role(node),
    widths: widths(checker, first),
    head: rows.thead.map((row) => readRow(checker, row)),
    body: rows.tbody.map((row) => readRow(checker, row)),
  };
}

/** A figure with class `bars`: caption, and a table of name, figure (`82.5%`, or a number with its maximum beside it). */
export function readChart(checker: ElementChecker, node: Element): BarChart {
  const [caption, table, more] = checker.elements(node);
  if (caption?.tagName !== 'figcaption' || table?.tagName !== 'table' || more !== undefined) {
    checker.fault(node, '<figure> 里须有一个 figcaption，其后一个 table');
  }
  const { head, body } = readTable(checker, table);
  const [headRow, second] = head;
  if (headRow === undefined || second !== undefined) checker.fault(table, '图的表须有且只有一行表头');
  return {
    kind: 'chart',
    caption: readInlines(checker, caption.children),
    head: headRow,
    bars: body.map((cells) => readBar(checker, table, cells)),
  };
}

function readBar(checker: ElementChecker, table: Element, cells: Row): Bar {
  const [, valueText = '', fullText] = cells.map(({ inlines }) => inlineText(inlines));
  const value = Number.parseFloat(valueText);
  const full = valueText.endsWith('%') || fullText === undefined ? 100 : Number.parseFloat(fullText);
  if (!Number.isFinite(value) || !Number.isFinite(full)) {
    checker.fault(table, `图的第二列须是数字或百分数，不能是“${valueText}”`);
  }
  const share = full > 0 ? Math.min(1, Math.max(0, value / full)) : 0;
  return { cells, share: Math.round(share * 10_000) / 10_000 };
}

function readRow(checker: ElementChecker, row: Element): Row {
  return cellsOf(checker, row).map(
    (cell): Cell => ({
      header: cell.tagName === 'th',
      align: classesOf(cell).map(alignmentOf).find(Boolean) ?? 'left',
      span: spanOf(checker, cell),
      inlines: readInlines(checker, cell.children),
    }),
  );
}

function cellsOf(checker: ElementChecker, row: Element): Element[] {
  if (row.tagName !== 'tr') checker.fault(row, `此处只能有 <tr>，不能有 <${row.tagName}>`);
  const cells = checker.elements(row);
  const stranger = cells.find(({ tagName }) => tagName !== 'td' && tagName !== 'th');
  if (stranger) checker.fault(stranger, `<tr> 里只能有 th、td，不能有 <${stranger.tagName}>`);
  return cells;
}

function columnCount(checker: ElementChecker, row: Element): number {
  const count = cellsOf(checker, row).reduce((sum, cell) => sum + spanOf(checker, cell), 0);
  if (count < 1 || count > MAX_COLUMNS) checker.fault(row, `一行须有 1 至 ${MAX_COLUMNS} 列，此行有 ${count} 列`);
  return count;
}

function spanOf(checker: ElementChecker, cell: Element): number {
  const span = Number(cell.properties['colSpan'] ?? 1);
  if (!Number.isInteger(span) || span < 1 || span > MAX_COLUMNS) {
    checker.fault(cell, `colspan 须是 1 至 ${MAX_COLUMNS} 的整数`);
  }
  return span;
}

/** Widths come from the classes of the first row, a column without one counts 1. */
function widths(checker: ElementChecker, firstRow: Element): number[] {
  return cellsOf(checker, firstRow).flatMap((cell) => {
    const span = spanOf(checker, cell);
    const width = classesOf(cell)
      .map(widthOf)
      .find((found) => found !== undefined);
    return new Array<number>(span).fill((width ?? span) / span);
  });
}
