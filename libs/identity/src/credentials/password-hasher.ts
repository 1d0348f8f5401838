import { Algorithm, hash, type Options, parseOptions, verify } from '@node-rs/argon2';
import { Turns } from './turns.js';

/** Longest password, in characters: enough for any sentence, too short to burn processor time with. */
export const LONGEST_PASSWORD = 128;

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} satisfies Options;

/** Hash of a password nobody knows, by the same parameters: what is verified where there is no account. */
const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$00000000000000000000AA$0000000000000000000000000000000000000000000';

/**
 * Node computes hashes in the same four threads in which it reads files: half of them stay free, however many sign in. Who comes
 * when 200 wait would wait for seconds.
 */
const TURNS = new Turns(2, 200, 'argon2');

/** The one form of a password, however the keyboard composed it: NFKC, so that full-width letters equal plain ones. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** Whether a password has more than {@link LONGEST_PASSWORD} characters in its normal form. */
export function isTooLong(password: string): boolean {
  return [...normalPassword(password)].length > LONGEST_PASSWORD;
}

/** The argon2id hash to keep, with its parameters and salt in it. Throws RangeError for a password that is too long. */
export async function hashPassword(password: string): Promise<string> {
  if (isTooLong(password)) throw new RangeError(`A password has at most ${LONGEST_PASSWORD} characters`);
  return TURNS.take(() => hash(normalPassword(password), PARAMETERS));
}

/** Whether the password has this hash. Takes the same time where there is no hash, and is false then. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isPossible = passwordHash !== null && !isTooLong(password);
  const compared = isPossible ? normalPassword(password) : '';
  const matches = await TURNS.take(() => verify(passwordHash ?? NOBODYS_HASH, compared));
  return isPossible && matches;
}

/** Whether a hash was made by weaker or other parameters than today's, so that it should be made anew at the next sign-in. */
export function needsRehash(passwordHash: string): boolean {
  const found = parseOptions(passwordHash);
  return (
    found.algorithm !== PARAMETERS.algorithm ||
    found.memoryCost !== PARAMETERS.memoryCost ||
    found.timeCost !== PARAMETERS.timeCost ||
    found.parallelism !== PARAMETERS.parallelism
  );
}
