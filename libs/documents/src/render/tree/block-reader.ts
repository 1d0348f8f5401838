import type { Element, Root } from 'hast';
import type { ElementChecker } from './checked-element.js';
import { chineseNumeral } from './chinese-numeral.js';
import type { Block, Heading, List, Section } from './document-tree.types.js';
import { readInlines } from './inline-reader.js';
import { inlineText, normalInlines } from './normal-text.js';
import { readChart, readTable } from './table-reader.js';

const LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4 } as const;
const MAX_SECTION_DEPTH = 3;

/** Reads the blocks of a document, numbering headings of class `numbered` on its way. */
export class BlockReader {
  /** Texts of the headings of level 1 met so far. */
  readonly titles: string[] = [];
  private readonly counters = { h2: 0, h3: 0 };

  constructor(private readonly checker: ElementChecker) {}

  /** The blocks inside a parent that is `depth` sections deep. */
  blocks(parent: Root | Element, depth = 0): Block[] {
    return this.checker.elements(parent).map((node) => this.block(node, depth));
  }

  private block(node: Element, depth: number): Block {
    switch (node.tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
        return this.heading(node, node.tagName);
      case 'p':
        return { kind: 'paragraph', role: this.checker.role(node), inlines: readInlines(this.checker, node.children) };
      case 'table':
        return readTable(this.checker, node);
      case 'figure':
        return readChart(this.checker, node);
      case 'ul':
      case 'ol':
        return this.list(node);
      case 'section':
      case 'div':
        return this.section(node, depth + 1);
      default:
        return this.checker.fault(node, `此处不能有 <${node.tagName}>`);
    }
  }

  private section(node: Element, depth: number): Section {
    if (depth > MAX_SECTION_DEPTH) this.checker.fault(node, `section 嵌套不得超过 ${MAX_SECTION_DEPTH} 层`);
    return { kind: 'section', role: this.checker.role(node), blocks: this.blocks(node, depth) };
  }

  private heading(node: Element, tagName: keyof typeof LEVELS): Heading {
    const inlines = readInlines(this.checker, node.children);
    if (tagName === 'h1') this.titles.push(inlineText(inlines).replaceAll('\n', ''));
    const number = this.checker.role(node) === 'numbered' ? this.nextNumber(tagName) : '';
    return { kind: 'heading', level: LEVELS[tagName], inlines: normalInlines([number, ...inlines]) };
  }

  private nextNumber(tagName: string): string {
    if (tagName === 'h2') {
      this.counters.h2 += 1;
      this.counters.h3 = 0;
      return `${chineseNumeral(this.counters.h2)}、`;
    }
    this.counters.h3 += 1;
    return `（${chineseNumeral(this.counters.h3)}）`;
  }

  private list(node: Element): List {
    const items = this.checker.elements(node).map((item) => {
      if (item.tagName !== 'li') this.checker.fault(item, `列表里只能有 <li>，不能有 <${item.tagName}>`);
      return readInlines(this.checker, item.children);
    });
    return { kind: 'list', ordered: node.tagName === 'ol', items };
  }
}
