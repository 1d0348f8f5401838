import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { type Processor, unified } from 'unified';
import { outputFault } from '../template/template-fault.js';
import { BlockReader } from './block-reader.js';
import { ElementChecker } from './checked-element.js';
import type { DocumentTree } from './document-tree.types.js';
import { printable } from './normal-text.js';

/** Far more than any report has, few enough that every writer is done with them in a second. */
const MAX_OUTPUT_CHARACTERS = 500_000;
const MAX_TITLE_CHARACTERS = 300;

const html = unified()
  .use(rehypeParse, { fragment: true, emitParseErrors: true })
  .use(function keepTree(this: Processor) {
    Object.assign(this, { compiler: (tree: Root) => tree });
  });

/**
 * Reads what a template wrote. Refuses (`document.template`, with the line) whatever is not in the closed subset, malformed
 * HTML, and a document without exactly one h1. Headings of class `numbered` get their 一、 and （一）.
 */
export function parseDocument(output: string, template: string): DocumentTree {
  if (output.length > MAX_OUTPUT_CHARACTERS) {
    throw outputFault(template, undefined, `内容过大（${output.length} 字符），上限 ${MAX_OUTPUT_CHARACTERS} 字符`);
  }
  const reader = new BlockReader(new ElementChecker(template));
  const blocks = reader.blocks(parseHtml(printable(output), template));
  const [title, second] = reader.titles;
  if (title === undefined || second !== undefined) {
    throw outputFault(template, undefined, `须有且只有一个 <h1>，现有 ${reader.titles.length} 个`);
  }
  if (title.length > MAX_TITLE_CHARACTERS) {
    throw outputFault(template, undefined, `<h1> 有 ${title.length} 字符，上限 ${MAX_TITLE_CHARACTERS} 字符`);
  }
  return { title, blocks };
}

function parseHtml(output: string, template: string): Root {
  try {
    const file = html.processSync(output);
    const [message] = file.messages;
    if (message) throw outputFault(template, message.line, `HTML 写法有误（${message.ruleId ?? message.reason}）`);
    return file.result as Root;
  } catch (error) {
    // The parser descends as deep as the elements are nested.
    if (error instanceof RangeError) throw outputFault(template, undefined, '元素嵌套过深');
    throw error;
  }
}
