import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { type Processor, unified } from 'unified';
import { outputFault } from '../template/template-fault.js';
import { ElementChecker } from './checked-element.js';
import { chineseNumeral } from './chinese-numeral.js';
import type { Block, DocumentTree, Heading, List } from './document-tree.types.js';
import { readInlines } from './inline-reader.js';
import { inlineText, normalInlines, printable } from './normal-text.js';
import { readChart, readTable } from './table-reader.js';

/** Far more than any report has, few enough that every writer is done with them in a second. */
const MAX_OUTPUT_CHARACTERS = 1_000_000;
const MAX_SECTION_DEPTH = 4;

const LEVELS = { h1: 1, h2: 2, h3: 3, h4: 4 } as const;

const html = unified()
  .use(rehypeParse, { fragment: true, emitParseErrors: true })
  .use(function keepTree(this: Processor) {
    Object.assign(this, { compiler: (tree: Root) => tree });
  });

/**
 * Reads what a template wrote. Refuses (`document.template`, with the line) whatever is not in the closed subset, HTML that
 * a browser would have to repair, and a document without exactly one h1. Headings of class `numbered` get their 一、 and （一）.
 */
export function parseDocument(output: string, template: string): DocumentTree {
  if (output.length > MAX_OUTPUT_CHARACTERS) {
    throw outputFault(template, undefined, `内容过大（${output.length} 字符），上限 ${MAX_OUTPUT_CHARACTERS} 字符`);
  }
  const file = html.processSync(printable(output));
  const [message] = file.messages;
  if (message) throw outputFault(template, message.line, `HTML 写法有误（${message.ruleId ?? message.reason}）`);
  const reader = new BlockReader(new ElementChecker(template));
  const blocks = reader.blocks(file.result as Root as unknown as Element, 1);
  const [title, second] = reader.titles;
  if (title === undefined || second !== undefined) {
    throw outputFault(template, undefined, `须有且只有一个 <h1>，现有 ${reader.titles.length} 个`);
  }
  return { title, blocks };
}

class BlockReader {
  readonly titles: string[] = [];
  private readonly counters = { h2: 0, h3: 0 };

  constructor(private readonly checker: ElementChecker) {}

  blocks(parent: Element, depth: number): Block[] {
    if (depth > MAX_SECTION_DEPTH) this.checker.fault(parent, `section 嵌套不得超过 ${MAX_SECTION_DEPTH} 层`);
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
        return { kind: 'section', role: this.checker.role(node), blocks: this.blocks(node, depth + 1) };
      default:
        return this.checker.fault(node, `此处不能有 <${node.tagName}>`);
    }
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
