import Handlebars from 'handlebars';
import { templateFault } from './template-fault.js';

/** Characters of one template or partial. */
const MAX_TEMPLATE_CHARACTERS = 65_536;
/** Blocks inside each other, `{{else if}}` counted as one more. */
const MAX_BLOCK_DEPTH = 12;
const MAX_TAGS = 4_000;
const MAX_TAG_CHARACTERS = 1_000;
const MAX_PARENTHESES = 4;

/**
 * The syntax tree of a template. Size and nesting are counted first, in one pass, because the parser itself takes seconds over
 * what is nested deeply enough, and it runs on the main thread. Refuses (`document.template`) with name and line.
 */
export function parseTemplate(source: string, template: string): hbs.AST.Program {
  if (source.length > MAX_TEMPLATE_CHARACTERS) {
    throw templateFault(template, undefined, `共 ${source.length} 字符，超过上限 ${MAX_TEMPLATE_CHARACTERS}`);
  }
  checkNesting(source, template);
  try {
    return Handlebars.parse(source);
  } catch (error) {
    throw templateFault(template, lineInMessage(error), `语法有误（${firstLines(error)}）`);
  }
}

function checkNesting(source: string, template: string): void {
  const open: number[] = [];
  let depth = 0;
  let tags = 0;
  for (let at = source.indexOf('{{'); at >= 0; ) {
    const line = (): number => source.slice(0, at).split('\n').length;
    const end = tagEnd(source, at);
    const tag = source
      .slice(at + 2, end)
      .replace(/^~/, '')
      .trimStart();
    tags += 1;
    if (tags > MAX_TAGS) throw templateFault(template, line(), `标签超过 ${MAX_TAGS} 个`);
    if (tag.startsWith('{')) throw templateFault(template, line(), '不允许 {{{ … }}}，请用 {{ … }}');
    if (!tag.startsWith('!')) checkTag(tag, template, line);
    if (tag.startsWith('#') || isInverseBlock(tag)) open.push(depth++);
    else if (/^else\s+\S/.test(tag)) depth += 1;
    else if (tag.startsWith('/')) depth = open.pop() ?? 0;
    if (depth > MAX_BLOCK_DEPTH) throw templateFault(template, line(), `块嵌套超过 ${MAX_BLOCK_DEPTH} 层`);
    at = source.indexOf('{{', end);
  }
}

function checkTag(tag: string, template: string, line: () => number): void {
  if (tag.length > MAX_TAG_CHARACTERS) throw templateFault(template, line(), `标签超过 ${MAX_TAG_CHARACTERS} 字符`);
  if (tag.split('(').length - 1 > MAX_PARENTHESES) {
    throw templateFault(template, line(), `一个标签里的括号超过 ${MAX_PARENTHESES} 对`);
  }
}

function tagEnd(source: string, at: number): number {
  const close = /^\{\{~?!--/.test(source.slice(at, at + 6)) ? '--' : '}}';
  const end = source.indexOf(close, at + 2);
  return end < 0 ? source.length : end;
}

/** `{{^name}}` opens a block, a bare `{{^}}` is an else. */
function isInverseBlock(tag: string): boolean {
  return /^\^~?\s*[^\s~]/.test(tag);
}

function lineInMessage(error: unknown): number | undefined {
  const [, found] = /line (\d+)/.exec(String(error)) ?? [];
  const reported = error instanceof Handlebars.Exception ? Number(error.lineNumber) : Number.NaN;
  if (found !== undefined) return Number(found);
  return Number.isInteger(reported) ? reported : undefined;
}

function firstLines(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ').slice(0, 200);
}
