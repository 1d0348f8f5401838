import type { Block, DocumentTree } from '../tree/document-tree.types.js';
import { inlineText } from '../tree/normal-text.js';

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const CLOSING = /^[\p{Pe}\p{Pf}，。、；：！？]/u;
const SINGLE = /^\p{Script=Han}$/u;
const ENDS_IN_WORD = /\p{Script=Han}$/u;
const SHORT_BRACKETS = /^（[^）]{1,6}）/;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/** The tree as the layouts read it: titles also as words, so that they break between words only. */
export function typstDocument({ title, blocks }: DocumentTree): object {
  return { title, blocks: blocks.map(withWords) };
}

function withWords(block: Block): object {
  if (block.kind === 'section') return { ...block, blocks: block.blocks.map(withWords) };
  if (block.kind !== 'heading' || block.level !== 1) return block;
  return { ...block, words: titleWords(inlineText(block.inlines)) };
}

/**
 * Words with what clings to them: punctuation, and the single characters (省, 厅, 化, 的) that the segmenter splits off. A line
 * feed is a word of its own.
 */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = words.at(-1);
    if (last !== undefined && last !== '\n' && clings(last, segment)) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words.reduce<string[]>(withShortBrackets, []);
}

/** A single character belongs to the word before it, and where there is none, to the one after. */
function clings(last: string, segment: string): boolean {
  if (CLOSING.test(segment) || OPENING.test(last) || SINGLE.test(last)) return true;
  return SINGLE.test(segment) && ENDS_IN_WORD.test(last);
}

/** 甘肃（武威）stays together: a line that begins with a bracket looks indented. */
function withShortBrackets(words: string[], word: string): string[] {
  const last = words.at(-1);
  const isBound = SHORT_BRACKETS.test(word) && last !== undefined && last !== '\n';
  return isBound ? [...words.slice(0, -1), last + word] : [...words, word];
}
