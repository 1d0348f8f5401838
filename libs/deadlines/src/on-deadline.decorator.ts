import { SetMetadata } from '@nestjs/common';
import type { Deadline } from './deadline.entity.js';

/** Metadata key under which a method remembers the kind of deadline whose passing it answers. */
export const ON_DEADLINE = 'shucu:on-deadline';

/**
 * Runs once when a deadline has passed, in one tenant transaction with the deadline's row locked and `passed` with it. Asks the
 * database, not a clock of its own, for everything else.
 */
export type DeadlineHandler = (deadline: Deadline) => Promise<void>;

/** Makes a method of a provider of the worker answer the passing of deadlines of a kind. */
export function OnDeadline(kind: string) {
  return (target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<DeadlineHandler>): void => {
    SetMetadata(ON_DEADLINE, kind)(target, key, descriptor);
  };
}
