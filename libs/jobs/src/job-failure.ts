import { isNativeError } from 'node:util/types';
import { AppError } from '@shucu/kernel';

/** A payload in the outbox that does not fit its definition (any more): no further try could help. */
export class JobPayloadError extends Error {
  override readonly name = 'JobPayloadError';
}

/** Whether trying again is pointless: a refusal of the platform that no change of state elsewhere would lift. */
export function isPermanent(error: unknown): boolean {
  return error instanceof JobPayloadError || (error instanceof AppError && error.kind !== 'conflict');
}

/**
 * What went wrong in words that hold no personal data: the kind of error, its code and where it arose, never its message,
 * which may quote names or values.
 */
export function describeFailure(error: unknown): string {
  // Not `instanceof`: an error may come from another realm, such as that of a test or of a sandbox.
  if (!isNativeError(error)) return 'not an Error';
  const code = (error as { code?: unknown }).code;
  const place = /([\w.-]+\.[cm]?[jt]s:\d+)/.exec(error.stack?.split('\n    at ').slice(1).join('\n') ?? '')?.[1];
  return [error.name, typeof code === 'string' ? code : undefined, place && `at ${place}`].filter(Boolean).join(' ');
}
