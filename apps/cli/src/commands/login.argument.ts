import { InvalidArgumentError } from 'commander';

/** Parses a login given to a command; anything that no account can have is refused before a database is asked. */
export function loginArgument(given: string): string {
  const login = given.trim().toLowerCase();
  if (/^[a-z0-9][a-z0-9._@-]{1,63}$/.test(login)) return login;
  throw new InvalidArgumentError('expected: 2 to 64 letters, digits or . _ @ -, beginning with a letter or digit');
}
