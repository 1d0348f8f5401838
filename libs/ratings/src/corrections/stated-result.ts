import type { Grade } from '@shucu/plugin-sdk';

/** What an officer states instead of a computation, e.g. upon a judgment: a grade, or that the center is not evaluated. */
export interface StatedResult {
  readonly outcome: Grade | 'notEvaluated';
  /** Decimal string out of 100; the former total stays when not given. */
  readonly total?: string | undefined;
}
