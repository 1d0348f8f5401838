const ATOM = /\[(\^?[^\]]+)\]|\\(d)|([\w@.:/ -])/y;
const QUANTIFIER = /\{(\d+)(?:,(\d*))?\}|[+*?]/y;

/**
 * A text that a plain regular expression of a CHECK takes: literal characters, classes and quantifiers between `^` and `$`. Digits
 * come from the seed where they may. Nothing for an expression with groups, alternatives or anything else.
 */
export function matchingText(expression: string, seed: string): string | undefined {
  const body = expression.replace(/^\^/, '').replace(/\$$/, '');
  const digits = BigInt(`0x${seed}`).toString();
  let [at, text] = [0, ''];
  while (at < body.length) {
    const atom = matchAt(ATOM, body, at);
    if (!atom) return undefined;
    at += atom[0].length;
    const quantifier = matchAt(QUANTIFIER, body, at);
    at += quantifier?.[0].length ?? 0;
    for (let n = timesOf(quantifier); n > 0; n -= 1)
      text += characterOf(atom, digits[text.length % digits.length] ?? '0');
  }
  return text;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** As often as it must be, but never more than a short name may have. */
function timesOf(quantifier: RegExpExecArray | null): number {
  if (!quantifier) return 1;
  const [sign, least, most] = quantifier;
  if (least === undefined) return sign === '+' ? 8 : 0;
  return most === undefined ? Number(least) : Math.max(Number(least), Math.min(8, Number(most || 8)));
}

function characterOf([all, set, digit]: RegExpExecArray, wanted: string): string {
  if (digit) return wanted;
  if (!set) return all;
  const matches = new RegExp(`^[${set}]$`);
  return [wanted, 'a', 'A', '-', '0'].find((character) => matches.test(character)) ?? set.charAt(0);
}
