import type { DataShape } from './data-shape.js';
import { VALUE } from './data-shape.js';

const LOOP_VARIABLES = ['index', 'first', 'last', 'key'];

/** A path that leads nowhere; the message says what would be right. */
export class UnknownField extends Error {}

/** What the names of a place in a template stand for: its context, those around it, block parameters and the root. */
export class FieldScope {
  private constructor(
    private readonly root: DataShape,
    readonly context: DataShape,
    private readonly outer: FieldScope | null,
    private readonly locals: Readonly<Record<string, DataShape>>,
  ) {}

  /** The scope of a whole template or partial: nothing around it can be reached but `@root`. */
  static top(root: DataShape, context: DataShape): FieldScope {
    return new FieldScope(root, context, null, {});
  }

  /** The scope inside a block that changes the context. */
  inside(context: DataShape, locals: Readonly<Record<string, DataShape>>): FieldScope {
    return new FieldScope(this.root, context, this, { ...this.locals, ...locals });
  }

  /** Shape of what a path names; throws {@link UnknownField}. */
  resolve({ data, depth, parts, original }: hbs.AST.PathExpression): DataShape {
    const [head, ...tail] = parts;
    if (data) return this.resolveData(head, tail, original);
    if (depth === 0 && head !== undefined && Object.hasOwn(this.locals, head)) {
      return walk(this.locals[head] ?? VALUE, tail, original);
    }
    return walk(this.climb(depth, original).context, parts, original);
  }

  private resolveData(head: string | undefined, tail: readonly string[], original: string): DataShape {
    if (head === 'root') return walk(this.root, tail, original);
    if (head !== undefined && LOOP_VARIABLES.includes(head) && tail.length === 0) return VALUE;
    throw new UnknownField(
      `没有变量 ${original}，可用的有 @root、${LOOP_VARIABLES.map((name) => `@${name}`).join('、')}`,
    );
  }

  private climb(levels: number, original: string): FieldScope {
    let scope: FieldScope = this;
    for (let level = 0; level < levels; level += 1) {
      if (scope.outer === null) throw new UnknownField(`${original} 超出了模板的最外层`);
      scope = scope.outer;
    }
    return scope;
  }
}

function walk(start: DataShape, parts: readonly string[], original: string): DataShape {
  return parts.reduce((shape, part) => {
    if (shape.kind === 'list' && part === 'length') return VALUE;
    if (shape.kind === 'list') throw new UnknownField(`${original}：列表里的内容要用 {{#each}} 取`);
    const field = shape.kind === 'object' && Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
    if (field) return field;
    const known = shape.kind === 'object' ? `可用的有 ${Object.keys(shape.fields).join('、')}` : '这里是单个值';
    throw new UnknownField(`没有字段 ${original}，${known}`);
  }, start);
}
