import type { Block, DocumentTree, Row } from './document-tree.types.js';
import { inlineText } from './normal-text.js';

/** The document's text, a line a paragraph and a table row (cells divided by tabs): for search, and to compare the forms. */
export function plainText({ blocks }: DocumentTree): string {
  return `${blocks.flatMap(lines).join('\n')}\n`;
}

function lines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [inlineText(block.inlines)];
    case 'list':
      return block.items.map((item, index) => `${listMark(block.ordered, index)}${inlineText(item)}`);
    case 'table':
      return [...block.head, ...block.body].map(rowText);
    case 'chart':
      return [inlineText(block.caption), rowText(block.head), ...block.bars.map(({ cells }) => rowText(cells))];
    case 'section':
      return block.blocks.flatMap(lines);
  }
}

function rowText(row: Row): string {
  return row.map(({ inlines }) => inlineText(inlines)).join('\t');
}

/** What stands before an item of a list, the same in every form. */
export function listMark(ordered: boolean, index: number): string {
  return ordered ? `${index + 1}. ` : '• ';
}
