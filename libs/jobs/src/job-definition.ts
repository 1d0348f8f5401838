import { z } from 'zod';

/** How often and how patiently a failing job is tried again. */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  readonly backoffMs: number;
}

/** One type of background job: its name, the shape of its payload and its retries. */
export interface JobDefinition<Payload = unknown> extends RetryPolicy {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
}

const DEFAULT_RETRY: RetryPolicy = { attempts: 5, backoffMs: 2_000 };
const JOB_NAME = /^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/;

/**
 * Declares a job type, e.g. `ratings.compute`. The payload says which rows, never what is in them: ids, numbers, dates and
 * closed lists only. Throws on a malformed name and on a field that could hold free text, and so personal data.
 */
export function defineJob<Payload extends object>(
  name: string,
  payload: z.ZodType<Payload>,
  retry: Partial<RetryPolicy> = {},
): JobDefinition<Payload> {
  if (!JOB_NAME.test(name)) throw new Error(`Job name "${name}" must look like "ratings.compute"`);
  const { properties = {} } = z.toJSONSchema(payload);
  const open = Object.keys(properties).filter((field) => holdsFreeText(properties[field]));
  if (open.length > 0) {
    throw new Error(`Job "${name}" carries ids only, but these fields can hold any text: ${open.join(', ')}`);
  }
  return { name, payload, ...DEFAULT_RETRY, ...retry };
}

const CLOSED_FORMATS = ['uuid', 'date', 'date-time'];
const CLOSED_TYPES = ['integer', 'number', 'boolean', 'null'];

function holdsFreeText(schema: z.core.JSONSchema._JSONSchema | undefined): boolean {
  if (typeof schema !== 'object') return true;
  if (schema.const !== undefined || schema.enum) return false;
  if (schema.anyOf) return schema.anyOf.some(holdsFreeText);
  if (schema.type === 'array') return Array.isArray(schema.items) || holdsFreeText(schema.items);
  if (schema.type === 'string') return schema.format ? !CLOSED_FORMATS.includes(schema.format) : !schema.pattern;
  return !CLOSED_TYPES.includes(String(schema.type));
}
