import { type AbilityDeclaration, buildAbility } from './abilities.js';
import type { Actor, Pending, Role } from './actor.js';

declare module './subjects.js' {
  interface Subjects {
    /** A subject for the tests of this library, which knows none of its own. */
    Parcel: 'read';
  }
}

const ABILITIES: AbilityDeclaration = { auditor: (grant) => grant('read', 'Parcel') };

/** A person in one role; only an auditor may read parcels. */
export function person(role: Role, pending: Pending | null = null): Actor {
  const roles = [{ role, regionId: null, organizationId: null, duties: [] }];
  const accountId = 'a';
  return {
    tenantId: 't',
    accountId,
    displayName: '某人',
    roles,
    pending,
    sessionId: null,
    ability: buildAbility([ABILITIES], { accountId, roles, pending }),
  };
}
