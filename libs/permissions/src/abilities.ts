import { createMongoAbility, type RawRuleOf } from '@casl/ability';
import type { Ability } from './ability.js';
import type { Pending, Person, Role, RoleGrant } from './actor.js';
import type { ActionOf, Subject } from './subjects.js';

/**
 * What a rule may depend on: the center behind a row, the expert assigned to it, whether the row was given out
 * (published), to everybody, or is kept from most.
 */
export interface SubjectConditions {
  regionId?: string;
  leadOrganizationId?: string;
  /** A member of the consortium besides the lead. */
  memberOrganizationId?: string;
  assignedExpertId?: string;
  /** The person whose row it is, e.g. who filed it. */
  accountId?: string;
  released?: boolean;
  public?: boolean;
  confidential?: boolean;
}

/** Which rows of a subject, and which of its personal fields. Without conditions all rows, without fields none that is personal. */
export interface Extent {
  readonly conditions?: SubjectConditions;
  /** Personal fields that are shown unmasked. */
  readonly unmasked?: readonly string[];
}

export type Grant = <S extends Subject>(action: ActionOf<S> | ActionOf<S>[], subject: S, extent?: Extent) => void;

/** A role as a declaration sees it: where it is held, and by whom. */
interface HeldRole extends RoleGrant, Pick<Person, 'accountId'> {}

/** What each role may do with the subjects of one feature; what no feature grants is refused. */
export type AbilityDeclaration = Readonly<Partial<Record<Role | 'everybody', (grant: Grant, held: HeldRole) => void>>>;

/** The field that stands for a row as such, beside its personal fields. */
const ROW = 'row';

/** Of whom an ability is made, and what narrows it. */
export interface AbilityBasis extends Pick<Person, 'accountId' | 'roles'> {
  readonly pending?: Pending | null;
  /** `Subject:action` pairs of an API token, `*` for all that the person may do; nothing for a session. */
  readonly scopes?: readonly string[] | null;
}

const EVERYBODY: RoleGrant = { role: 'auditor', regionId: null, organizationId: null, duties: [] };

/**
 * The CASL ability of a person: the union of what their roles give. One who has still to change the password or to set up the
 * second factor has what everybody has and no more; a token has what it was made for and no more.
 */
export function buildAbility(
  declarations: readonly AbilityDeclaration[],
  { accountId, roles, pending, scopes }: AbilityBasis,
): Ability {
  const rules: RawRuleOf<Ability>[] = [];
  const grant = (actions: string | string[], subject: string, { conditions, unmasked = [] }: Extent = {}): void => {
    const inScope = (action: string): boolean =>
      !scopes || scopes.includes('*') || scopes.includes(`${subject}:${action}`);
    const allowed = [actions].flat().filter(inScope);
    if (allowed.length === 0) return;
    const fields = [ROW, ...unmasked];
    rules.push({ action: allowed, subject, fields, ...(conditions && { conditions: { ...conditions } }) });
  };
  for (const declaration of declarations) {
    declaration.everybody?.(grant as Grant, { ...EVERYBODY, accountId });
    if (pending) continue;
    for (const given of roles) declaration[given.role]?.(grant as Grant, { ...given, accountId });
  }
  return createMongoAbility<Ability>(rules);
}

/** Whether a personal field of the subject is shown as it is. */
export function isUnmasked(ability: Ability, subject: Subject, field: string): boolean {
  return ability.can('read', subject, field);
}
