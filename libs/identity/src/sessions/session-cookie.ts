/** Holds the token of the session that requests are made with. */
export const SESSION_COOKIE = '__Host-shucu';

/** Holds the tokens of the person's sessions in other tenants, which count for nothing until the person switches. */
export const OTHER_SESSIONS_COOKIE = '__Host-shucu-others';

/** Proves that this browser has signed in with an account before, so that a stranger's failures do not count against it. */
export const DEVICE_COOKIE = '__Host-shucu-device';

/** Sent over TLS and to this host only, unreadable for scripts, never along with what another site sets off. */
export const COOKIE_ATTRIBUTES = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;
