const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The n-th of a sequence of valid unified social credit codes (GB 32100-2015). */
export function creditCode(n: number): string {
  return withCheckDigit(`91620102MA${String(n).padStart(7, '0')}`);
}

/** The code that the same legal person would have from the registry of another place. */
export function reissued(code: string): string {
  return withCheckDigit(`91620402${code.slice(8, 17)}`);
}

function withCheckDigit(body: string): string {
  const sum = [...body].reduce((total, character, index) => total + ALPHABET.indexOf(character) * (3 ** index % 31), 0);
  return body + (ALPHABET[(31 - (sum % 31)) % 31] ?? '');
}
