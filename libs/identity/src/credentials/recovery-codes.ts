import { randomInt } from 'node:crypto';
import { sha256 } from '@shucu/kernel';

/** Crockford's base32: no I, L, O and U, which are misread or spell words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODES = 10;
/** 6 × 4 characters of 5 bits: 120 bits, so that a plain hash of one is beyond guessing (ASVS 6.5.2 asks for 112). */
const [GROUPS, GROUP_LENGTH] = [6, 4];
const NORMAL = new RegExp(`^[${ALPHABET}]{${GROUPS * GROUP_LENGTH}}$`);

/** Ten new codes `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX` for when the authenticator is lost: shown once, each good for one sign-in. */
export function newRecoveryCodes(): string[] {
  const codes = new Set<string>();
  while (codes.size < CODES) codes.add(Array.from({ length: GROUPS }, newGroup).join('-'));
  return [...codes];
}

/** The hash under which a code is kept, whatever case, dashes or spaces it was typed with; nothing where it cannot be one. */
export function recoveryCodeHash(typed: string): string | null {
  const normal = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return NORMAL.test(normal) ? sha256(normal) : null;
}

function newGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
