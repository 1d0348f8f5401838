import type { MongoAbility } from '@casl/ability';

/** What somebody may do: action and subject, with conditions on rows and names of unmasked fields. */
export type Ability = MongoAbility<[string, string]>;
