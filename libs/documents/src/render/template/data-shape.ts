import { AppError } from '@shucu/kernel';
import { z } from 'zod';

/** What a template may name: the form of its data, as plain JSON that can cross to another thread. */
export type DataShape =
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, DataShape>> }
  | { readonly kind: 'list'; readonly item: DataShape }
  | { readonly kind: 'value' };

export const VALUE: DataShape = { kind: 'value' };

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/**
 * The shape of a zod schema's output. A field that may be missing is refused (`document.template`): templates are rendered
 * strictly, so "nothing" must be said with null.
 */
export function shapeOf(schema: z.ZodType): DataShape {
  return shape(z.toJSONSchema(schema, { io: 'output', reused: 'inline', unrepresentable: 'any' }) as JsonSchema, '');
}

function shape(schema: JsonSchema, path: string): DataShape {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return common(choices.filter(({ type }) => type !== 'null').map((choice) => shape(choice, path)));
  if (schema.properties) return objectShape(schema.properties, schema.required ?? [], path);
  if (schema.items) return { kind: 'list', item: shape(schema.items, `${path}[]`) };
  return VALUE;
}

function objectShape(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
  path: string,
): DataShape {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (!required.includes(name)) {
      throw new AppError('document.template', { reason: `模板数据的字段 ${place} 不得省略，可为空时请用 nullable` });
    }
    return [name, shape(schema, place)];
  });
  return { kind: 'object', fields: Object.fromEntries(fields) };
}

/** Of several possible forms only what all of them have can be named. */
function common(choices: readonly DataShape[]): DataShape {
  const [first = VALUE, ...others] = choices;
  return others.reduce(both, first);
}

function both(one: DataShape, other: DataShape): DataShape {
  if (one.kind === 'list' && other.kind === 'list') return { kind: 'list', item: both(one.item, other.item) };
  if (one.kind !== 'object' || other.kind !== 'object') return VALUE;
  const shared = Object.entries(one.fields).flatMap(([name, field]) => {
    const counterpart = other.fields[name];
    return counterpart ? [[name, both(field, counterpart)] as const] : [];
  });
  return { kind: 'object', fields: Object.fromEntries(shared) };
}
