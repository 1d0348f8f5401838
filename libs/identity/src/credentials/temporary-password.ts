import { randomBytes } from 'node:crypto';

/** A password for somebody who has none yet: 88 random bits in a form that satisfies every rule of complexity. */
export function newTemporaryPassword(): string {
  return `Sc-${randomBytes(11).toString('base64url')}7`;
}
