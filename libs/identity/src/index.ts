export { ACCOUNT_STATUSES, Account, type AccountStatus } from './accounts/account.entity.js';
export { AccountAccessService } from './accounts/account-access.service.js';
export { AccountDirectory } from './accounts/account-directory.service.js';
export { AccountRole } from './accounts/account-role.entity.js';
export type { AccountView } from './accounts/account-view.js';
export { AccountsService } from './accounts/accounts.service.js';
export { activeRolesOf } from './accounts/active-roles.js';
export { recoverAdministrator } from './accounts/administrator-recovery.js';
export { MeService } from './accounts/me.service.js';
export type { ApiTokenView } from './api-tokens/api-token.repository.js';
export { ApiTokensService, type IssuedApiToken } from './api-tokens/api-tokens.service.js';
export {
  hashPassword,
  type NewTotp,
  newApiToken,
  newSecretKey,
  newSecretToken,
  newTemporaryPassword,
  readSecretToken,
  SecretBox,
  type SecurityPolicy,
  securityPolicySchema,
} from './credentials/index.js';
export { IDENTITY_ABILITIES } from './identity.abilities.js';
export { IdentityModule } from './identity.module.js';
export { AccessLinksService, type IssuedLink } from './links/access-links.service.js';
export { type LinkContents, LinksService } from './links/links.service.js';
export { ExternalIdentitiesService } from './oidc/external-identities.service.js';
export type { ExternalIdentityView } from './oidc/external-identity.repository.js';
export { IdentityProvider } from './oidc/identity-provider.entity.js';
export { IdentityProvidersService, type ProviderView } from './oidc/identity-providers.service.js';
export { OidcClient, type OidcIdentity, type OidcRelation, type OidcSecrets } from './oidc/oidc-client.js';
export {
  OIDC_ATTEMPT_ATTRIBUTES,
  OIDC_ATTEMPT_COOKIE,
  OIDC_PROOF_ATTRIBUTES,
  OIDC_PROOF_COOKIE,
} from './oidc/oidc-cookies.js';
export { OidcProofService } from './oidc/oidc-proof.service.js';
export { OidcSignInService } from './oidc/oidc-sign-in.service.js';
export { localPathOf } from './oidc/return-path.js';
export { PasswordsService } from './passwords/passwords.service.js';
export { SecurityPolicyService, type VersionedPolicy } from './policy/security-policy.service.js';
export { type EndReason, Session, type SignInMethod } from './sessions/session.entity.js';
export {
  type BroughtTokens,
  COOKIE_ATTRIBUTES,
  cookieOf,
  DEVICE_COOKIE,
  OTHER_SESSIONS_COOKIE,
  SESSION_COOKIE,
  tokensIn,
} from './sessions/session-cookie.js';
export { type ClientTrace, SessionsService } from './sessions/sessions.service.js';
export { AdmissionService, type SignedIn } from './sign-in/admission.service.js';
export { SessionSwitchService } from './sign-in/session-switch.service.js';
export { SignInService } from './sign-in/sign-in.service.js';
export { type TenantDoor, TenantDoorService } from './sign-in/tenant-door.service.js';
export { TwoFactorSetupService } from './two-factor/two-factor-setup.service.js';
