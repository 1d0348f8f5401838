import type { Test } from 'supertest';
import type { Operation } from './operations.js';
import type { Place } from './places.js';
import type { World } from './world.js';

/** An id of nothing that stands beside a real one in every order, so that it may also be a cursor. */
export function beside(id: string): string {
  return id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
}

/** Calls an endpoint in a world as its rightful caller, with some of the ids replaced. */
export function call(world: World, operation: Operation, place: Place, replaced: Record<string, string> = {}): Test {
  const caller = world.as(place.caller);
  const url = urlOf(world, operation, place, replaced);
  const body = place.body && bodyOf(place.body(world), replaced);
  if (operation.verb === 'get') return caller.get(url);
  if (operation.verb === 'post') return caller.post(url, body);
  if (operation.verb === 'delete') return caller.delete(url);
  return caller[operation.verb](url, body ?? {});
}

function urlOf({ ids }: World, { path, verb }: Operation, place: Place, replaced: Record<string, string>): string {
  const segments = path.replace('/api/v1/', '').replace(/\{(\w+)\}/g, (_hole, name: string) => {
    const row = place.ids[`path.${name}`];
    const value = replaced[`path.${name}`] ?? place.segments?.[name] ?? (row && ids[row]);
    if (!value) throw new Error(`Nobody said what {${name}} of ${verb} ${path} is`);
    return value;
  });
  const query = new URLSearchParams(place.query);
  for (const [at, row] of Object.entries(place.ids)) {
    const [where, name = ''] = at.split('.');
    // A filter that is not being probed and may be left out is left out; the center of yearly facts must be there.
    const value = replaced[at] ?? (name === 'centerId' ? ids[row] : undefined);
    if (where === 'query' && value) query.set(name, value);
  }
  return query.size > 0 ? `${segments}?${query}` : segments;
}

function bodyOf(body: object, replaced: Record<string, string>): object {
  const copy = structuredClone(body) as Record<string, unknown>;
  for (const [at, id] of Object.entries(replaced)) {
    const [where, ...path] = at.split('.');
    const last = path.pop();
    if (where !== 'body' || !last) continue;
    const holder = path.reduce((inner, name) => inner[name] as Record<string, unknown>, copy);
    for (const one of Array.isArray(holder) ? holder.filter((item) => last in item) : [holder]) {
      one[last] = Array.isArray(one[last]) ? [id] : id;
    }
  }
  return copy;
}
