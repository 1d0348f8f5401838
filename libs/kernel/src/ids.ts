import { v7 } from 'uuid';

/** A new identifier, ordered by time (UUID version 7), so that keys grow at the end of an index. */
export function newId(): string {
  return v7();
}
