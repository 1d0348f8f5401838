import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LAYOUT_DIRECTORY, LAYOUT_NAMES, type LayoutName } from '../layout.js';
import { chartHeading, chartWidths } from '../tree/chart-table.js';
import type { BarChart, Block, Cell, DocumentTree, Inline, Row, Table } from '../tree/document-tree.types.js';
import { listMark } from '../tree/plain-text.js';

const STYLES = Object.fromEntries(
  LAYOUT_NAMES.map((layout) => [layout, ['base', layout].map(readStyle).join('')]),
) as Record<LayoutName, string>;

/**
 * The document as one HTML file that needs nothing else, for the screen and for printing. The same document gives the same
 * bytes. A policy in it forbids scripts and everything from outside.
 */
export function writeHtml({ title, blocks }: DocumentTree, layout: LayoutName): string {
  const style = STYLES[layout];
  const styleHash = createHash('sha256').update(style).digest('base64');
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${styleHash}'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body><main class="${layout}">`,
    ...blocks.map(writeBlock),
    '</main></body>',
    '</html>',
    '',
  ].join('\n');
}

function readStyle(name: string): string {
  return readFileSync(new URL(`${name}.css`, LAYOUT_DIRECTORY), 'utf8');
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${writeInlines(block.inlines)}</h${block.level}>`;
    case 'paragraph':
      return `<p${classAttribute(block.role)}>${writeInlines(block.inlines)}</p>`;
    case 'list': {
      const items = block.items.map((item, index) => `<li>${listMark(block.ordered, index)}${writeInlines(item)}</li>`);
      const name = block.ordered ? 'ol' : 'ul';
      return `<${name}>\n${items.join('\n')}\n</${name}>`;
    }
    case 'table':
      return writeTable(block);
    case 'chart':
      return writeChart(block);
    case 'section':
      return `<section${classAttribute(block.role)}>\n${block.blocks.map(writeBlock).join('\n')}\n</section>`;
  }
}

function writeTable({ role, widths, head, body }: Table): string {
  const rows = (name: string, group: readonly Row[]): string[] =>
    group.length === 0 ? [] : [`<${name}>`, ...group.map(writeRow), `</${name}>`];
  return [
    `<table${classAttribute(role)}>`,
    writeColumns(widths),
    ...rows('thead', head),
    ...rows('tbody', body),
    '</table>',
  ].join('\n');
}

/** `width` of a column stays an attribute: a style would not pass the policy. */
function writeColumns(widths: readonly number[]): string {
  const sum = widths.reduce((total, width) => total + width, 0);
  return `<colgroup>${widths.map((width) => `<col width="${((width / sum) * 100).toFixed(2)}%">`).join('')}</colgroup>`;
}

function writeChart(chart: BarChart): string {
  const rows = chart.bars.map(({ cells: [label, ...figures], share }) => {
    const bar = `<td><svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${share * 100}" height="1"/></svg></td>`;
    const values = figures.map((cell) => writeCell({ ...cell, align: 'right' })).join('');
    return `<tr>${label ? writeCell(label) : ''}${bar}${values}</tr>`;
  });
  return [
    '<figure>',
    `<figcaption>${writeInlines(chart.caption)}</figcaption>`,
    '<table>',
    writeColumns(chartWidths(chart)),
    `<thead>\n${writeRow(chartHeading(chart))}\n</thead>`,
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
    '</figure>',
  ].join('\n');
}

function writeRow(row: Row): string {
  return `<tr>${row.map(writeCell).join('')}</tr>`;
}

function writeCell({ header, align, span, inlines }: Cell): string {
  const name = header ? 'th' : 'td';
  const colspan = span === 1 ? '' : ` colspan="${span}"`;
  return `<${name}${align === 'left' ? '' : classAttribute(align)}${colspan}>${writeInlines(inlines)}</${name}>`;
}

function writeInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return escapeHtml(inline);
      return 'br' in inline ? '<br>' : `<strong>${writeInlines(inline.strong)}</strong>`;
    })
    .join('');
}

/** Roles come from a closed list, so they need no escaping. */
function classAttribute(role: string | null): string {
  return role === null ? '' : ` class="${role}"`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
