import { isReachable, type OutgoingRules } from './outgoing-fetch.js';

const LONGEST = 500;

/**
 * Whether the text can name an issuer (OpenID Connect Discovery §3): an address the platform may ask, without query, fragment
 * or credentials. The address of its metadata is none: openid-client would then not compare whose metadata they are.
 */
export function isIssuer(text: string, rules: OutgoingRules): boolean {
  if (text.length > LONGEST || !URL.canParse(text) || /[?#\s]/.test(text) || text.includes('/.well-known/'))
    return false;
  const url = new URL(text);
  return url.username === '' && url.password === '' && isReachable(url, rules);
}
