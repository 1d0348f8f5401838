import type { AppError } from '@shucu/kernel';
import type { Actor } from './actor.js';

export const REFUSALS = Symbol('Refusals');

/** Keeps what was refused: the request's own transaction is rolled back by then, so it is written in one of its own. */
export interface Refusals {
  record(tenantCode: string, actor: Actor | null, refusal: AppError): Promise<void>;
}
