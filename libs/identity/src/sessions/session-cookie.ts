import { readSecretToken } from '../credentials/secret-tokens.js';

/** Holds the token of the session that requests are made with. */
export const SESSION_COOKIE = '__Host-shucu';

/** Holds the tokens of the person's sessions in other tenants, which count for nothing until the person switches. */
export const OTHER_SESSIONS_COOKIE = '__Host-shucu-others';

/** Proves that this browser has signed in with accounts before, so that a stranger's failures do not count against it. */
export const DEVICE_COOKIE = '__Host-shucu-device';

/** Sent over TLS and to this host only, unreadable for scripts, never along with what another site sets off. */
export const COOKIE_ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

/** More tenants, or accounts at one computer, than people have. */
const MOST_TOKENS = 8;
const SEPARATOR = '~';

/** What a browser brings from before. None of it says who somebody is. */
export interface BroughtTokens {
  /** Of its sessions, of whatever tenant. */
  readonly sessionTokens: readonly string[];
  /** Of the accounts that have signed in here. */
  readonly deviceTokens: readonly string[];
}

/** The tokens in the value of a cookie; what is none is left out. */
export function tokensIn(value: string | undefined): string[] {
  return (value ?? '').split(SEPARATOR).filter((token) => readSecretToken(token) !== null);
}

/** The value of a cookie that holds these tokens, the first ones where there are too many. */
export function cookieOf(tokens: readonly string[]): string {
  return [...new Set(tokens)].slice(0, MOST_TOKENS).join(SEPARATOR);
}

/** What is looked up for tokens. */
export function hashesOf(tokens: readonly string[]): string[] {
  return tokens.flatMap((token) => readSecretToken(token)?.hash ?? []);
}
