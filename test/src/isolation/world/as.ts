import type { TestPerson } from '../../factories/tenant.factory.js';
import type { Caller } from '../../harness/caller.js';

/** The people of a tenant as callers. */
export type As = (who: TestPerson) => Caller;
