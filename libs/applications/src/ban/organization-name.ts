import { Converter } from 'opencc-js/t2cn';

const toSimplified = Converter({ from: 't', to: 'cn' });

/** White space, marks of punctuation, symbols and what cannot be seen: nothing of it tells one name from another. */
const INSIGNIFICANT = /[\p{Z}\p{P}\p{S}\p{C}]/gu;

/**
 * What is left of an organization's name when its spelling is taken away: full and half width, traditional characters, spaces,
 * brackets and other marks, letter case, and 有限责任公司 for 有限公司. Equal for names that people would read as the same.
 */
export function nameKey(name: string): string {
  return toSimplified(name.normalize('NFKC'))
    .replace(INSIGNIFICANT, '')
    .toUpperCase()
    .replaceAll('有限责任公司', '有限公司');
}

/** 主体标识码 (GB 32100-2015): the nine characters of a credit code that stay with a legal person wherever it is registered. */
export function subjectCode(creditCode: string): string {
  return creditCode.slice(8, 17);
}
