import type { Block, Section } from '../tree/document-tree.types.js';
import { listMark } from '../tree/plain-text.js';
import { type WordTableLook, wordChart, wordTable } from './word-table.js';
import { wordParagraph, wordRuns } from './word-xml.js';

/** Styles that every layout defines, beside one for each role a paragraph can have. */
export const TEXT_STYLE = 'text';
export const CAPTION_STYLE = 'figure-caption';
/** The small empty line after a table, without which Word joins two tables. */
export const AFTER_TABLE_STYLE = 'after-table';

/** How a layout writes what its styles alone do not say. */
export interface WordLook extends WordTableLook {
  /** Writes a section in its own way; null where its blocks just follow each other. */
  section(section: Section): string | null;
}

/** The body of a Word document, in the styles of a layout. */
export function wordBody(blocks: readonly Block[], look: WordLook): string {
  return blocks.map((block) => wordBlock(block, look)).join('');
}

function wordBlock(block: Block, look: WordLook): string {
  switch (block.kind) {
    case 'heading':
      return wordParagraph({ style: `Heading${block.level}`, keepNext: true }, wordRuns(block.inlines));
    case 'paragraph':
      return wordParagraph({ style: block.role ?? TEXT_STYLE }, wordRuns(block.inlines));
    case 'list':
      return block.items
        .map((item, index) => wordParagraph({ style: TEXT_STYLE }, wordRuns([listMark(block.ordered, index), ...item])))
        .join('');
    case 'table':
      return wordTable(block, look) + afterTable();
    case 'chart':
      return (
        wordParagraph({ style: CAPTION_STYLE, keepNext: true }, wordRuns(block.caption)) +
        wordChart(block, look) +
        afterTable()
      );
    case 'section':
      return look.section(block) ?? wordBody(block.blocks, look);
  }
}

/** The line that follows a table. */
export function afterTable(): string {
  return wordParagraph({ style: AFTER_TABLE_STYLE }, '');
}
