export { type Ability, type Action, abilityOf, type Subject, type SubjectConditions } from './abilities.js';
export { AUTHENTICATOR, type Authenticator, type Credential } from './access.interceptor.js';
export { type Actor, ROLES, type Role } from './actor.js';
export { PermissionsModule } from './permissions.module.js';
export { CurrentActor, Public, Requires } from './requires.decorator.js';
export { type ConditionColumns, conditionsOf, scopeRows } from './row-scope.js';
