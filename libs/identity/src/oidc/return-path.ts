const LONGEST = 500;
const LOCAL = /^\/[^\\\p{Cc}\p{Cs}\s]*$/u;
const NOWHERE = 'http://local.invalid';

/**
 * The text as a browser reads it, where one that is sent to it stays on this host; otherwise nothing. Without this, a link to a
 * sign-in could lead on to anywhere (open redirect).
 */
export function localPathOf(text: string): string | null {
  if (text.length > LONGEST || !LOCAL.test(text) || !URL.canParse(text, NOWHERE)) return null;
  const { origin, pathname, search, hash } = new URL(text, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null;
}
