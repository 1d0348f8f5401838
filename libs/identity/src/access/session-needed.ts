import { AppError } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';

/** The caller's session. Throws `auth.sessionNeeded` for a token: machines do not change how a person signs in. */
export function sessionOf({ sessionId }: Actor): string {
  if (sessionId === null) throw new AppError('auth.sessionNeeded');
  return sessionId;
}
