import type { Inline } from './document-tree.types.js';

/** Controls but white space, lone surrogates, direction overrides, non-characters: no paper shows them, some of them deceive. */
const UNPRINTABLE =
  /(?![\t\n\f\r])[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/gu;
const WIDE = /[\p{Script=Han}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]/u;

/** The text without what cannot be printed. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '');
}

interface Sequence {
  /** Last character written so far, '' at the start of a line. */
  last: string;
  /** White space met since, not yet written. */
  gap: '' | 'space' | 'newline';
}

/**
 * White space as a browser shows it, with one exception: a line break of the template's source between two Chinese
 * characters is no space.
 */
export function normalInlines(inlines: readonly Inline[]): Inline[] {
  return normal(inlines, { last: '', gap: '' });
}

function normal(inlines: readonly Inline[], sequence: Sequence): Inline[] {
  const result: Inline[] = [];
  for (const inline of inlines) {
    if (typeof inline === 'string') push(result, normalText(inline, sequence));
    else if ('strong' in inline) {
      const strong = normal(inline.strong, sequence);
      if (strong.length > 0) result.push({ strong });
    } else {
      Object.assign(sequence, { last: '', gap: '' });
      result.push(inline);
    }
  }
  return result;
}

function push(result: Inline[], text: string): void {
  if (text === '') return;
  const last = result.at(-1);
  if (typeof last === 'string') result[result.length - 1] = last + text;
  else result.push(text);
}

function normalText(text: string, sequence: Sequence): string {
  let written = '';
  for (const part of text.split(/([ \t\r\n\f]+)/)) {
    if (/^[ \t\r\n\f]/.test(part)) {
      sequence.gap = sequence.gap === 'newline' || part.includes('\n') ? 'newline' : 'space';
      continue;
    }
    const word = printable(part);
    if (word === '') continue;
    const [first = ''] = word;
    written += space(sequence, first) + word;
    sequence.last = [...word.slice(-2)].at(-1) ?? '';
    sequence.gap = '';
  }
  return written;
}

function space({ last, gap }: Sequence, next: string): string {
  if (gap === '' || last === '') return '';
  return gap === 'newline' && WIDE.test(last) && WIDE.test(next) ? '' : ' ';
}

/** The text of a line without emphasis; a break becomes a line feed. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (typeof inline === 'string' ? inline : 'br' in inline ? '\n' : inlineText(inline.strong)))
    .join('');
}
