import type { Block, DocumentTree } from '../tree/document-tree.types.js';
import { inlineText } from '../tree/normal-text.js';

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const CLINGING = /^(?:[\p{Pe}\p{Pf}，。、；：！？]|\p{Script=Han}$)/u;
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
 * Words with what clings to them: punctuation, and single characters (省, 厅, 化, 的), which the segmenter splits from the
 * word before. A line feed is a word of its own.
 */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmenter.segment(title)) {
    const last = words.at(-1);
    if (last !== undefined && last !== '\n' && (CLINGING.test(segment) || OPENING.test(last))) {
      words[words.length - 1] = last + segment;
    } else words.push(segment);
  }
  return words;
}
