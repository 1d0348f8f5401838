import { z } from 'zod';
import { BrowserNote } from './browser-note.js';

/** Holds a sign-in that has begun. Sent along when the provider sends the browser back, hence lax and not strict. */
export const OIDC_ATTEMPT_COOKIE = '__Host-shucu-oidc';

/** Holds whom a provider named, until the person says to which account that belongs, or gives the second factor. */
export const OIDC_PROOF_COOKIE = '__Host-shucu-oidc-proof';

/** Ten minutes to sign in at the provider. */
export const ATTEMPT_MINUTES = 10;

export const OIDC_PURPOSES = ['signIn', 'link'] as const;

/** What comes after the provider: a session, or the linking of the identity to an account. */
export type OidcPurpose = (typeof OIDC_PURPOSES)[number];

const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  purpose: z.enum(OIDC_PURPOSES),
  returnTo: z.string(),
});

export type OidcAttempt = z.infer<typeof attemptSchema>;

export const OIDC_ATTEMPT = new BrowserNote('oidcAttempt', attemptSchema, ATTEMPT_MINUTES);

const proofSchema = z.object({
  issuer: z.string(),
  subject: z.string(),
  purpose: z.enum(OIDC_PURPOSES),
});

export type OidcProof = z.infer<typeof proofSchema>;

export const OIDC_PROOF = new BrowserNote('oidcProof', proofSchema, 5);
