/** Verbs of the api. */
const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Verb = (typeof VERBS)[number];

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface OpenApiOperation {
  /** `CentersController_get`. */
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query'; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Verb, OpenApiOperation>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One endpoint and every place in which it takes an id: `path.id`, `query.after`, `body.change.regionId`. */
export interface Operation extends OpenApiOperation {
  readonly name: string;
  readonly verb: Verb;
  readonly path: string;
  readonly open: boolean;
  readonly ids: readonly string[];
}

/** All endpoints of the document, named like `GET /centers/{id}`. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    VERBS.flatMap((verb) => {
      const operation = item[verb];
      if (!operation) return [];
      const name = `${verb.toUpperCase()} ${path.replace('/api/v1', '')}`;
      return [
        {
          ...operation,
          name,
          verb,
          path,
          open: operation.security?.length === 0,
          ids: [...parameterIds(operation), ...bodyIds(document, operation)],
        },
      ];
    }),
  );
}

function parameterIds({ parameters = [] }: OpenApiOperation): string[] {
  return parameters
    .filter(({ name, schema }) => isId(name, schema))
    .map((parameter) => `${parameter.in}.${parameter.name}`);
}

function bodyIds(document: OpenApiDocument, { requestBody }: OpenApiOperation): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? idsIn(document, schema, 'body') : [];
}

/** By its form, or by what it is called, as an id may also be any text; a `clientId` is what a provider calls us. */
const isId = (name: string, { format }: Schema): boolean =>
  format === 'uuid' || (/(\bi|I)ds?$/.test(name) && !name.endsWith('clientId'));

function idsIn(document: OpenApiDocument, schema: Schema, at: string): string[] {
  if (schema.$ref) {
    const named = document.components.schemas[schema.$ref.replace('#/components/schemas/', '')];
    return named ? idsIn(document, named, at) : [];
  }
  if (isId(at, schema)) return [at];
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [
    ...parts.flatMap((part) => idsIn(document, part, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => idsIn(document, part, `${at}.${name}`)),
  ];
}
