import type { Response } from 'supertest';
import type { Caller } from './caller.js';

/**
 * Takes a step of a case on the version that the caller sees now, as a person who has just looked at it would; expects the answer to
 * be of the given status.
 */
export async function takeStep(
  caller: Caller,
  path: string,
  noun: string,
  body: object = {},
  expected = 200,
): Promise<Response> {
  const { body: seen } = await caller.get(path).expect(200);
  return caller.post(`${path}/${noun}`, { version: seen.version, ...body }).expect(expected);
}

/** A step of a rating run. */
export function takeRunStep(caller: Caller, runId: string, noun: string, expected = 200): Promise<Response> {
  return takeStep(caller, `rating-runs/${runId}`, noun, {}, expected);
}
