import { COOKIE_ATTRIBUTES } from '../sessions/session-cookie.js';
import { ATTEMPT_MINUTES, PROOF_MINUTES } from './oidc-notes.js';

/** Holds a sign-in that has begun at a provider. */
export const OIDC_ATTEMPT_COOKIE = '__Host-shucu-oidc';

/** Holds whom the provider named. */
export const OIDC_PROOF_COOKIE = '__Host-shucu-oidc-proof';

/** Lax, because it is another site that sends the browser back. */
export const OIDC_ATTEMPT_ATTRIBUTES = { ...COOKIE_ATTRIBUTES, sameSite: 'lax', maxAge: ATTEMPT_MINUTES * 60 } as const;

export const OIDC_PROOF_ATTRIBUTES = { ...COOKIE_ATTRIBUTES, maxAge: PROOF_MINUTES * 60 } as const;
