import type { ElementContent } from 'hast';
import type { ElementChecker } from './checked-element.js';
import type { Inline } from './document-tree.types.js';
import { normalInlines } from './normal-text.js';

/** Text, `strong` and `br`, with white space in order. */
export function readInlines(checker: ElementChecker, nodes: readonly ElementContent[]): Inline[] {
  return normalInlines(rawInlines(checker, nodes));
}

function rawInlines(checker: ElementChecker, nodes: readonly ElementContent[]): Inline[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node.value;
    const element = checker.element(node);
    if (element.tagName === 'br') return { br: true };
    if (element.tagName === 'strong') return { strong: rawInlines(checker, element.children) };
    return checker.fault(element, `文字里只能有 strong、br，不能有 <${element.tagName}>`);
  });
}
