import { z } from 'zod';
import { BrowserNote } from './browser-note.js';

/** Ten minutes to sign in at the provider. */
export const ATTEMPT_MINUTES = 10;

/** Five minutes to do something with it. */
export const PROOF_MINUTES = 5;

const attemptSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  returnTo: z.string(),
});

/** A sign-in that has begun at a provider. */
export type OidcAttempt = z.infer<typeof attemptSchema>;

export const OIDC_ATTEMPT = new BrowserNote('oidcAttempt', attemptSchema, ATTEMPT_MINUTES);

const proofSchema = z.object({
  id: z.string(),
  issuer: z.string(),
  subject: z.string(),
  secondFactor: z.boolean(),
});

/** Whom the provider named; what follows from it, the browser asks for in a request of its own. */
export type OidcProof = z.infer<typeof proofSchema>;

export const OIDC_PROOF = new BrowserNote('oidcProof', proofSchema, PROOF_MINUTES);
