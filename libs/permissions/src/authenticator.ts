import type { Actor } from './actor.js';
import type { ActorRequest } from './requires.decorator.js';

export const AUTHENTICATOR = Symbol('Authenticator');

/** A credential of valid form: it says in which tenant to look, and proves itself inside that tenant's transaction. */
export interface Credential {
  readonly tenantCode: string;
  /** The person behind it, read in the open tenant transaction; nothing when the credential is not valid, without saying why. */
  actor(): Promise<Actor | null>;
  /** Keeps that it was used. Called last: until the commit, a request holds what it writes, also against whoever ends the session. */
  touch(): Promise<void>;
}

/** Reads a credential out of a request; nothing when there is none of a form that it knows. */
export interface Authenticator {
  read(request: Pick<ActorRequest, 'headers' | 'cookies'>): Credential | null;
}
