import { InvalidArgumentError } from 'commander';
import { z } from 'zod';

/** Parses an id given to a command; anything but a UUID is refused by name before a database is asked. */
export function idArgument(value: string): string {
  const id = z.uuid().safeParse(value);
  if (!id.success) throw new InvalidArgumentError('An id is a UUID, as the lists of the api show it.');
  return id.data;
}
