export {
  type AbilityBasis,
  type AbilityDeclaration,
  buildAbility,
  type Extent,
  type Grant,
  isUnmasked,
} from './abilities.js';
export type { Ability } from './ability.js';
export { AbilityFactory } from './ability-factory.js';
export { AccessCheck } from './access.check.js';
export {
  type Actor,
  DUTIES,
  type Duty,
  organizationsOf,
  type Pending,
  type Person,
  PROVINCE_ROLES,
  ROLES,
  type Role,
  type RoleGrant,
} from './actor.js';
export { AUTHENTICATOR, type Authenticator, type Credential } from './authenticator.js';
export { type Mask, maskEmail, maskedFor, maskPhone } from './masking.js';
export { PermissionsModule } from './permissions.module.js';
export { REFUSALS, type Refusals } from './refusals.js';
export { type ActorRequest, CurrentActor, Public, Requires } from './requires.decorator.js';
export { type ConditionColumns, conditionsOf, scopeRows } from './row-scope.js';
export * from './subjects.js';
