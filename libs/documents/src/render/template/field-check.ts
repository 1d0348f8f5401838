import { AppError } from '@shucu/kernel';
import type { DataShape } from './data-shape.js';
import { VALUE } from './data-shape.js';
import { ExpressionChecker, sourceText } from './expression-check.js';
import { FieldScope } from './field-scope.js';

const MAX_PARTIAL_DEPTH = 6;
const CONTEXT_BLOCKS = ['each', 'with'];
const BLOCKS = [...CONTEXT_BLOCKS, 'if', 'unless'];

/** Syntax trees of a template and of every partial it can name. */
export interface TemplateSource {
  readonly name: string;
  readonly program: hbs.AST.Program;
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
}

/** Of one check; more than these nobody reads. */
const MAX_FAULTS = 50;

/**
 * Follows every path of a template through the shape of its data, partials included, and refuses (`document.template`) those
 * that lead nowhere, all of them at once, each a fault of the error. Also refuses what is not allowed at all: unescaped output, unknown helpers, decorators,
 * inline and computed partials. Without a shape only the latter is checked. Gives the partials it reaches.
 */
export function checkFields({ name, program, partials }: TemplateSource, shape: DataShape | null): ReadonlySet<string> {
  const root = shape ?? VALUE;
  const walk: Walk = { partials, root, isShapeKnown: shape !== null, seen: new Map(), faults: [] };
  new FieldVisitor(name, walk, []).checkProgram(program, FieldScope.top(root, root));
  refuseFaults(walk.faults);
  return new Set(walk.seen.keys());
}

interface Walk {
  readonly partials: ReadonlyMap<string, hbs.AST.Program>;
  readonly root: DataShape;
  readonly isShapeKnown: boolean;
  /** Contexts in which each partial was checked already: one that is named a thousand times is walked once. */
  readonly seen: Map<string, Set<DataShape>>;
  /** What was found so far, a sentence each with template and line. */
  readonly faults: string[];
}

function refuseFaults(faults: readonly string[]): void {
  if (faults.length === 0) return;
  const named = faults.map((message) => ({ field: 'template', rule: 'template', message }));
  throw new AppError('document.template', { reason: faults.join('；') }, named);
}

class FieldVisitor {
  private readonly expressions: ExpressionChecker;

  constructor(
    name: string,
    private readonly walk: Walk,
    /** Partials that we are inside of, outermost first. */
    private readonly path: readonly string[],
  ) {
    this.expressions = new ExpressionChecker(name, walk.isShapeKnown);
  }

  checkProgram(program: hbs.AST.Program | undefined, scope: FieldScope): void {
    for (const node of program?.body ?? []) {
      if (this.walk.faults.length >= MAX_FAULTS) return;
      try {
        this.checkStatement(node, scope);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        this.walk.faults.push(String(error.params['reason']));
      }
    }
  }

  private checkStatement(node: hbs.AST.Statement, scope: FieldScope): void {
    if (node.type === 'ContentStatement' || node.type === 'CommentStatement') return;
    if (node.type === 'MustacheStatement') {
      this.expressions.checkOutput(node as hbs.AST.MustacheStatement, scope);
    } else if (node.type === 'BlockStatement') this.checkBlock(node as hbs.AST.BlockStatement, scope);
    else if (node.type === 'PartialStatement') this.checkPartial(node as hbs.AST.PartialStatement, scope);
    else {
      const allowed = `{{字段}}、${BLOCKS.map((block) => `{{#${block}}}`).join('、')}、{{> 片段}}`;
      this.expressions.fault(node, `不允许 ${node.type}，可用的有 ${allowed}`);
    }
  }

  private checkBlock(node: hbs.AST.BlockStatement, scope: FieldScope): void {
    const [argument, more] = node.params;
    const name = node.path.original;
    if (!BLOCKS.includes(name)) this.expressions.fault(node, `没有块 {{#${name}}}，可用的有 ${BLOCKS.join('、')}`);
    if (argument === undefined || more !== undefined || node.hash) {
      this.expressions.fault(node, `{{#${name}}} 须有且只有一个参数`);
    }
    const shape = this.expressions.shapeOf(argument, scope);
    this.checkProgram(node.inverse, scope);
    this.checkProgram(node.program, this.scopeInside(node, shape, argument, scope));
  }

  private scopeInside(
    { path, program }: hbs.AST.BlockStatement,
    shape: DataShape,
    argument: hbs.AST.Expression,
    scope: FieldScope,
  ): FieldScope {
    // A block over the context itself adds no level that `../` would have to climb.
    if (!CONTEXT_BLOCKS.includes(path.original) || isThis(argument, path.original)) return scope;
    const context = path.original === 'each' ? this.itemOf(shape, argument) : shape;
    const [item, index] = program.blockParams ?? [];
    return scope.inside(context, { ...(item ? { [item]: context } : {}), ...(index ? { [index]: VALUE } : {}) });
  }

  private itemOf(shape: DataShape, argument: hbs.AST.Expression): DataShape {
    if (shape.kind === 'list') return shape.item;
    if (this.walk.isShapeKnown) {
      this.expressions.fault(argument, `{{#each}} 需要列表，${sourceText(argument)} 不是`);
    }
    return VALUE;
  }

  private checkPartial(node: hbs.AST.PartialStatement, scope: FieldScope): void {
    const name = this.partialName(node);
    const program = this.walk.partials.get(name);
    const [argument] = node.params;
    const context = argument ? this.expressions.shapeOf(argument, scope) : scope.context;
    const seen = this.walk.seen.get(name) ?? new Set();
    if (seen.has(context)) return;
    this.walk.seen.set(name, seen.add(context));
    const visitor = new FieldVisitor(name, this.walk, [...this.path, name]);
    visitor.checkProgram(program, FieldScope.top(this.walk.root, context));
  }

  private partialName(node: hbs.AST.PartialStatement): string {
    const { expressions, path, walk } = this;
    if (node.name.type !== 'PathExpression') expressions.fault(node, '片段名须直接写出，不能计算');
    const name = sourceText(node.name);
    const known = [...walk.partials.keys()].join('、') || '无';
    if (!walk.partials.has(name)) expressions.fault(node, `没有片段 ${name}，可用的有 ${known}`);
    if (node.hash || node.params.length > 1) expressions.fault(node, '片段最多带一个参数，即它的数据');
    if (path.includes(name)) expressions.fault(node, `片段 ${name} 引用了自己`);
    if (path.length >= MAX_PARTIAL_DEPTH) expressions.fault(node, `片段嵌套超过 ${MAX_PARTIAL_DEPTH} 层`);
    return name;
  }
}

/** `{{#with this}}`; `{{#each this}}` goes into the items. */
function isThis(node: hbs.AST.Expression, block: string): boolean {
  if (node.type !== 'PathExpression' || block === 'each') return false;
  const { data, depth, parts } = node as hbs.AST.PathExpression;
  return !data && depth === 0 && parts.length === 0;
}
