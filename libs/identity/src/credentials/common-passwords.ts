import { LOCAL_WORDS } from './local-words.js';

/** A word and this many more characters around it are a variation of the word; beyond, the rest is a password of its own. */
const FEW_MORE = 10;
/** Fewer different characters than this are a pattern. */
const FEW_DIFFERENT = 5;

/** The digits whose keys carry these signs: `1qaz@WSX` is `1qaz2wsx` with the shift key. */
const SHIFTED = new Map([...'!@#$%^&*()'].map((sign, index) => [sign, '1234567890'.charAt(index)]));
/** Letters that these signs commonly stand for. */
const STANDS_FOR = new Map([...'@4830!1|$57+'].map((sign, index) => [sign, 'aaebolllsstt'.charAt(index)]));

const replaced = (text: string, by: ReadonlyMap<string, string>): string =>
  [...text].map((character) => by.get(character) ?? character).join('');
const core = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

let words: Promise<ReadonlySet<string>> | undefined;

/** Read at the first use: 49,000 words that most processes never ask for. */
async function commonWords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set([...dictionary['passwords-common'], ...LOCAL_WORDS]);
}

/**
 * Whether a password is a common one, or one with a few digits and signs around it, with signs for letters, or on shifted keys:
 * `Admin@123456`, `P@ssw0rd2024`, `1qaz@WSX`. A handful of look-ups, whatever the length. The list is zxcvbn's; its estimator is
 * left aside: measured, it passes `Admin@123456` and `Huawei@123`, and takes 0.3 s for some texts of 128 characters.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  words ??= commonWords();
  const known = await words;
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < FEW_DIFFERENT) return true;
  return [lower, replaced(lower, SHIFTED), replaced(lower, STANDS_FOR), replaced(core(lower), STANDS_FOR)]
    .flatMap((form) => [form, core(form), form.replace(/[^\p{L}\p{N}]/gu, '')])
    .some((word) => lower.length - word.length <= FEW_MORE && known.has(word));
}
