import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { PROBLEM_TYPE, problemSchema } from './problem.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The header by which a client says which version of the protocol it speaks. */
export const TUS_HEADER = 'Tus-Resumable';

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const PROBLEMS: Record<number, string> = {
  400: 'Malformed request',
  401: 'Not signed in and no valid token',
  403: 'Not permitted',
  404: 'Not found, or not the caller’s',
  409: 'Contradicts the present state',
  412: 'Another version of tus',
  413: 'Body too large: JSON up to 1 MiB, a piece of a file up to 4 MiB',
  415: 'Not of the media type that the endpoint takes',
  422: 'Faults in what was sent, each with its field and rule',
  429: 'Too many requests: Retry-After says when to come again',
  503: 'The database does not answer',
};

/** Adds to every operation the errors that can occur in it, as problem+json: what it takes decides which. */
export function describeProblems(document: OpenAPIObject): void {
  const { $schema, id, ...schema } = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' }) as Record<
    string,
    unknown
  >;
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, Problem: schema };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb];
      if (operation) operation.responses = { ...operation.responses, ...problemsOf(path, verb, operation) };
    }
  }
}

function problemsOf(path: string, verb: string, operation: Operation): Operation['responses'] {
  const inQuery = (operation.parameters ?? []).some((parameter) => 'in' in parameter && parameter.in === 'query');
  const hasBody = operation.requestBody !== undefined;
  const statuses = [
    ...(operation.security?.length === 0 ? [] : [401, 403]),
    ...(hasBody ? [400, 413, 415] : []),
    ...(hasBody || inQuery ? [422] : []),
    ...(hasBody || path.includes('{') || needsId(operation) ? [404] : []),
    ...(verb === 'get' ? [] : [409]),
    ...(speaksTus(operation) ? [412] : []),
    429,
    503,
  ];
  const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(statuses.map((status) => [status, { description: PROBLEMS[status] ?? '', content }]));
}

function needsId({ parameters = [] }: Operation): boolean {
  return parameters.some(
    (one) => 'schema' in one && one.required && (one.schema as { format?: string }).format === 'uuid',
  );
}

function speaksTus({ parameters = [] }: Operation): boolean {
  return parameters.some((one) => 'name' in one && one.name === TUS_HEADER);
}
