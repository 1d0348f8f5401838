import type { Ability } from './ability.js';

/** Roles of a province's people (domain §4). */
export const PROVINCE_ROLES = [
  'provinceAdministrator',
  'provinceOfficer',
  'cityOfficer',
  'centerOperator',
  'expert',
  'auditor',
] as const;

/** All roles: the platform operator is a person of the platform's own tenant, which holds no business data. */
export const ROLES = [...PROVINCE_ROLES, 'platformOperator'] as const;

export type Role = (typeof ROLES)[number];

/**
 * What a role is granted for in particular: a province administrator administers the system or its security, separately, as audit is
 * the auditor's (等保三级); a center operator may bind the organization by submitting, signing off and withdrawing.
 */
export const DUTIES = ['system', 'security', 'submission'] as const;

export type Duty = (typeof DUTIES)[number];

/** One role that a person holds, and where. */
export interface RoleGrant {
  readonly role: Role;
  /** The region of a city officer. */
  readonly regionId: string | null;
  /** The organization of a center operator, the employer of an expert. */
  readonly organizationId: string | null;
  /** Of a province administrator or a center operator. */
  readonly duties: readonly Duty[];
}

/** A person of one tenant with everything they hold in it. */
export interface Person {
  readonly tenantId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly roles: readonly RoleGrant[];
}

/** What a person must do before anything else. */
export type Pending = 'password' | 'twoFactor';

/** Who acts: a person, by a session or by a token, with what they may do. */
export interface Actor extends Person {
  readonly ability: Ability;
  readonly pending: Pending | null;
  /** The session that the request came with; nothing for a token. */
  readonly sessionId: string | null;
}

/** The organizations that a person belongs to, in whatever role. */
export function organizationsOf({ roles }: Pick<Person, 'roles'>): string[] {
  return [...new Set(roles.flatMap(({ organizationId }) => organizationId ?? []))];
}
