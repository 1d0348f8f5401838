import type { Element, RootContent } from 'hast';
import { outputFault } from '../template/template-fault.js';
import { alignmentOf, ELEMENT_NAMES, rolesOf, widthOf } from './closed-subset.js';

/** Line of a node in the output of the template. */
function lineOf(node: RootContent): number | undefined {
  return node.position?.start.line;
}

/** The elements and texts inside a parent; refuses comments, unknown elements and unknown attributes. */
export class ElementChecker {
  constructor(private readonly template: string) {}

  fault(node: RootContent, reason: string): never {
    throw outputFault(this.template, lineOf(node), reason);
  }

  /** The node as an element of the subset, with classes and attributes it may have. */
  element(node: RootContent): Element {
    if (node.type === 'doctype') this.fault(node, '不写 doctype，只写内容');
    if (node.type === 'comment') this.fault(node, '不允许 HTML 注释，请用 {{! … }} 写说明');
    if (node.type === 'text') this.fault(node, `此处不能直接写文字“${node.value.trim().slice(0, 20)}”`);
    if (!ELEMENT_NAMES.includes(node.tagName)) {
      this.fault(node, `不允许元素 <${node.tagName}>，可用的有 ${ELEMENT_NAMES.join('、')}`);
    }
    for (const name of Object.keys(node.properties)) {
      const isSpan = name === 'colSpan' && (node.tagName === 'td' || node.tagName === 'th');
      if (name !== 'className' && !isSpan) {
        this.fault(node, `<${node.tagName}> 不允许属性 ${name}，只可用 class${isCell(node) ? '、colspan' : ''}`);
      }
    }
    for (const className of classesOf(node)) this.checkClass(node, className);
    return node;
  }

  /** Child elements; white space between them is nothing. */
  elements(parent: { children: readonly RootContent[] }): Element[] {
    return parent.children.filter((child) => !isBlank(child)).map((child) => this.element(child));
  }

  /** The one role an element has, null for none. */
  role(node: Element): string | null {
    const [role, second] = classesOf(node);
    if (second !== undefined) this.fault(node, `<${node.tagName}> 只能有一个 class`);
    return role ?? null;
  }

  private checkClass(node: Element, className: string): void {
    if (isCell(node)) {
      if (widthOf(className) !== undefined || alignmentOf(className) !== undefined) return;
      this.fault(node, `<${node.tagName}> 不允许 class ${className}，可用的有 w1…w12、left、center、right`);
    }
    const roles = rolesOf(node.tagName) ?? [];
    if (roles.includes(className)) return;
    const allowed = roles.length === 0 ? '此元素不带 class' : `可用的有 ${roles.join('、')}`;
    this.fault(node, `<${node.tagName}> 不允许 class ${className}，${allowed}`);
  }
}

/** Classes of an element in the order written. */
export function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function isBlank(node: RootContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
