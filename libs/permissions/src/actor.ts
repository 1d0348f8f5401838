/** Roles of a tenant's people (domain §4). The platform operator is not among them: no business data for that role. */
export const ROLES = [
  'provinceAdministrator',
  'provinceOfficer',
  'cityOfficer',
  'centerOperator',
  'expert',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: one person in one role of one tenant. */
export interface Actor {
  readonly tenantId: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly role: Role;
  /** The region of a city officer. */
  readonly regionId: string | null;
  /** The employer of a center operator or an expert. */
  readonly organizationId: string | null;
}
