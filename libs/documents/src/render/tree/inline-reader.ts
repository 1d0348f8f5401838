import type { ElementContent } from 'hast';
import type { ElementChecker } from './checked-element.js';
import type { Inline } from './document-tree.types.js';
import { normalInlines } from './normal-text.js';

/** Text, `strong` (not inside another) and `br`, with white space in order. */
export function readInlines(checker: ElementChecker, nodes: readonly ElementContent[]): Inline[] {
  return normalInlines(rawInlines(checker, nodes, ['strong', 'br']));
}

function rawInlines(checker: ElementChecker, nodes: readonly ElementContent[], allowed: readonly string[]): Inline[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node.value;
    const element = checker.element(node);
    if (!allowed.includes(element.tagName)) {
      checker.fault(element, `此处的文字里只能有 ${allowed.join('、')}，不能有 <${element.tagName}>`);
    }
    return element.tagName === 'br' ? { br: true } : { strong: rawInlines(checker, element.children, ['br']) };
  });
}
