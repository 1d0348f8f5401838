import type { Response, Test } from 'supertest';
import type { Caller } from '../harness/caller.js';
import type { Operation } from './operations.js';
import type { Place } from './places/place.js';
import type { WholeWorld } from './whole-world.js';

/** Parameters of a query that must be there: the center of yearly facts, the rule set that is compared with. */
const NEEDED = ['centerId', 'against'];

/** How a call differs from that of the rightful caller. */
export interface Variation {
  readonly caller?: Caller;
  /** Other ids, by their places; in a list beside the rightful ones. */
  readonly replaced?: Readonly<Record<string, string>>;
  /** What the query, the headers and the body have in addition. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** An id of nothing that stands beside a real one in every order, so that it may also be a cursor. */
export function beside(id: string): string {
  return id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
}

/** Calls an endpoint in a world as its rightful caller, or with a variation of that. */
export function call(world: WholeWorld, operation: Operation, place: Place, variation: Variation = {}): Test {
  const { caller = world.as(place.caller), replaced = {}, headers = {}, query } = variation;
  const path = urlOf(world, operation, place, replaced);
  const url = query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path;
  const body = place.body && { ...bodyOf(place.body(world), replaced), ...variation.body };
  const { verb } = operation;
  const test = verb === 'get' || verb === 'delete' ? caller[verb](url) : caller[verb](url, place.bytes ?? body ?? {});
  return test.set({ ...place.headers, ...headers });
}

function urlOf({ ids }: WholeWorld, { path, verb }: Operation, place: Place, replaced: Variation['replaced']): string {
  const segments = path.replace('/api/v1/', '').replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const row = place.ids[`path.${name}`];
    const value = replaced?.[`path.${name}`] ?? place.segments?.[name] ?? (row && ids[row]);
    if (!value) throw new Error(`Nobody said what {${name}} of ${verb} ${path} is`);
    return value;
  });
  const query = new URLSearchParams(place.query);
  for (const [at, row] of Object.entries(place.ids)) {
    const [where, name = ''] = at.split('.');
    // A filter that is not being probed and may be left out is left out.
    const value = replaced?.[at] ?? (NEEDED.includes(name) ? ids[row] : undefined);
    if (where === 'query' && value) query.set(name, value);
  }
  return query.size > 0 ? `${segments}?${query}` : segments;
}

function bodyOf(body: object, replaced: Readonly<Record<string, string>>): object {
  const copy = structuredClone(body) as Record<string, unknown>;
  for (const [at, id] of Object.entries(replaced)) {
    const [where, ...path] = at.split('.');
    const last = path.pop();
    if (where !== 'body' || !last) continue;
    const holder = path.reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
    for (const one of Array.isArray(holder) ? holder.filter((item) => last in item) : [holder]) {
      one[last] = Array.isArray(one[last]) ? [...one[last], id] : id;
    }
  }
  return copy;
}

/** Everything of an answer as text, also of a file. */
export function textOf({ text, body }: Response): string {
  return text ?? (Buffer.isBuffer(body) ? body.toString('latin1') : JSON.stringify(body));
}

/** What a stranger can tell from an answer: all of it but what differs from call to call, and what was sent. */
export function told(response: Response, sent: readonly string[]): string {
  const { status, type, body } = response;
  const { date: _date, 'content-length': _length, 'x-request-id': _id, ...headers } = response.headers;
  const text = /[/+]json$/.test(type) ? JSON.stringify({ ...body, requestId: '' }) : textOf(response);
  return sent.reduce(
    (shown, id) => shown.replaceAll(id, '<sent>'),
    `${status} ${type} ${text} ${JSON.stringify(headers)}`,
  );
}
