/** Where a sign-in leads when nothing else was asked for. */
export const HOME = '/';

const LONGEST = 500;
const LOCAL = /^\/[^\\\p{Cc}\p{Cs}\s]*$/u;
const NOWHERE = 'http://local.invalid';

/**
 * Whether a browser that is sent to this text stays on this host: a path, as written and as a browser reads it. Otherwise a
 * link to a sign-in could lead on to anywhere (open redirect).
 */
export function isLocalPath(text: string): boolean {
  if (text.length > LONGEST || !LOCAL.test(text) || !URL.canParse(text, NOWHERE)) return false;
  const { origin, pathname } = new URL(text, NOWHERE);
  return origin === NOWHERE && !pathname.startsWith('//');
}
