import { AppError } from '@shucu/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The largest body in bytes. */
export const BODY_LIMIT = 1024 * 1024;

const LIMITS = { depth: 32, keys: 1_000, items: 10_000, values: 100_000 };

/** Names that reach for the prototype of an object. */
const FORBIDDEN_NAMES = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a name, also a part of one like `a[b].c`, reaches for the prototype of an object. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN_NAMES.has(name) || name.split(/[.[\]]/).some((part) => FORBIDDEN_NAMES.has(part));
}

/** Bodies are JSON in UTF-8 and nothing else. */
export function takeJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const read = async (_request: FastifyRequest, body: Buffer): Promise<unknown> => readJson(body);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, read);
}

/**
 * Reads a body. Refuses with `request.malformed` what is no JSON in UTF-8, with `request.forbiddenName` names that reach for
 * prototypes, with `request.tooComplex` what is deeper or wider than any form of ours. Of a key that is there twice the last
 * one counts, here and so everywhere, as nobody else reads the bytes.
 */
export function readJson(bytes: Buffer): unknown {
  const value = parse(bytes);
  let values = 0;
  const waiting = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const parts = partsOf(next.value);
    values += parts.length;
    const depth = next.depth + 1;
    if ((parts.length > 0 && depth > LIMITS.depth) || values > LIMITS.values) throw tooComplex();
    for (const part of parts) if (typeof part === 'object' && part !== null) waiting.push({ value: part, depth });
  }
  return value;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser quotes what it read, which is nobody's business.
    throw new AppError('request.malformed', { reason: 'JSON' });
  }
}

function partsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    if (value.length > LIMITS.items) throw tooComplex();
    return value;
  }
  if (typeof value !== 'object' || value === null) return [];
  const names = Object.keys(value);
  if (names.length > LIMITS.keys) throw tooComplex();
  if (names.some(isForbiddenName)) throw new AppError('request.forbiddenName');
  return Object.values(value);
}

function tooComplex(): AppError {
  return new AppError('request.tooComplex', LIMITS);
}
