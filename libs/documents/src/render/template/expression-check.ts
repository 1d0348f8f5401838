import type { DataShape } from './data-shape.js';
import { VALUE } from './data-shape.js';
import { type FieldScope, UnknownField } from './field-scope.js';
import { templateFault } from './template-fault.js';
import { TEMPLATE_HELPERS } from './template-helpers.js';

/** Checks the expressions of one template or partial: paths against the shape of the data, calls against the helpers. */
export class ExpressionChecker {
  constructor(
    /** Template or partial, for messages. */
    private readonly name: string,
    /** Whether the shape of the data is known; if not, every path leads somewhere. */
    readonly isShapeKnown: boolean,
  ) {}

  /** Shape of what an expression gives. */
  shapeOf(node: hbs.AST.Expression, scope: FieldScope): DataShape {
    if (node.type === 'PathExpression') return this.resolve(node as hbs.AST.PathExpression, scope);
    if (node.type === 'SubExpression') this.checkCall(node as hbs.AST.SubExpression, scope);
    return VALUE;
  }

  resolve(path: hbs.AST.PathExpression, scope: FieldScope): DataShape {
    if (!this.isShapeKnown) return VALUE;
    try {
      return scope.resolve(path);
    } catch (error) {
      if (error instanceof UnknownField) this.fault(path, error.message);
      throw error;
    }
  }

  /** What stands between `{{` and `}}`: a call, or the path of a single value. */
  checkOutput(node: hbs.AST.MustacheStatement, scope: FieldScope): void {
    if (!node.escaped) this.fault(node, '不允许 {{& …}}，请用 {{ … }}');
    if (node.path.type !== 'PathExpression') this.fault(node, '标签里须是字段名');
    const path = node.path as hbs.AST.PathExpression;
    if (node.params.length > 0 || node.hash || Object.hasOwn(TEMPLATE_HELPERS, path.original)) {
      this.checkCall(node, scope);
      return;
    }
    const shape = this.resolve(path, scope);
    if (shape.kind === 'value') return;
    const advice =
      shape.kind === 'list' ? '请用 {{#each}} 或 join' : `请写明其中的字段：${Object.keys(shape.fields).join('、')}`;
    this.fault(node, `字段 ${path.original} 不是单个值，${advice}`);
  }

  fault(node: hbs.AST.Node, reason: string): never {
    throw templateFault(this.name, node.loc?.start.line, reason);
  }

  private checkCall(node: hbs.AST.SubExpression | hbs.AST.MustacheStatement, scope: FieldScope): void {
    const name = sourceText(node.path);
    const helper = Object.hasOwn(TEMPLATE_HELPERS, name) ? TEMPLATE_HELPERS[name] : undefined;
    if (!helper) this.fault(node, `没有函数 ${name}，可用的有 ${Object.keys(TEMPLATE_HELPERS).join('、')}`);
    if (node.hash || node.params.length !== helper.parameters) {
      this.fault(node, `函数 ${name} 需要 ${helper.parameters} 个参数，给了 ${node.params.length} 个`);
    }
    for (const parameter of node.params) this.shapeOf(parameter, scope);
  }
}

/** How the template's author wrote a node. */
export function sourceText(node: hbs.AST.Node): string {
  return 'original' in node ? String(node.original) : node.type;
}
