import type { Fault } from './fault.types.js';

/** A fault for every id that is used more than once in a list. */
export function duplicateFaults(path: string, items: readonly { readonly id: string }[]): Fault[] {
  const ids = items.map(({ id }) => id);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...twice].map((id) => ({ path: `${path}.${id}`, message: 'the id is used more than once' }));
}
