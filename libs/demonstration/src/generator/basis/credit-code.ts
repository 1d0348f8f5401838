import type { Random } from './random.js';

/** Kinds of registration by the code's first two characters: companies, public institutions, social organizations. */
export type Registration = '91' | '12' | '51';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^(i−1) mod 31 (GB 32100-2015). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** Weights of the eight characters of the organization's own code (GB 11714-1997). */
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANIZATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** How the own codes of public institutions and social organizations usually start. */
const INSTITUTION_STARTS = { '12': '43', '51': '50' };

/** The 18th character of a unified social credit code (GB 32100-2015). Throws when the 17 before it are not of its alphabet. */
export function creditCheckDigit(first17: string): string {
  if (first17.length !== 17) throw new RangeError(`expected 17 characters, got ${first17.length}`);
  const sum = weightedSum(first17, ALPHABET, WEIGHTS);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** A valid credit code registered in a county-level division; its organization part has a right check digit too. */
export function creditCode(random: Random, registration: Registration, division: string): string {
  const company = registration === '91';
  let own = company ? `MA${random.pick(['0', '2', '6', '7', '8', 'C', 'D', 'E'])}` : INSTITUTION_STARTS[registration];
  while (own.length < 8) own += random.pick([...(company ? ALPHABET : '0123456789')]);
  const first17 = `${registration}${division}${own}${organizationCheckDigit(own)}`;
  return first17 + creditCheckDigit(first17);
}

function organizationCheckDigit(first8: string): string {
  const digit = 11 - (weightedSum(first8, ORGANIZATION_ALPHABET, ORGANIZATION_WEIGHTS) % 11);
  if (digit === 10) return 'X';
  return digit === 11 ? '0' : String(digit);
}

function weightedSum(text: string, alphabet: string, weights: readonly number[]): number {
  return [...text].reduce((sum, character, index) => {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError(`${character} does not occur in such a code`);
    return sum + value * (weights[index] ?? 0);
  }, 0);
}
