import { type DynamicModule, Logger, Module, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { type Environment, EnvironmentError, publicUrlOf } from '@shucu/kernel';
import { OrganizationsModule } from '@shucu/organizations';
import { AUTHENTICATOR, REFUSALS } from '@shucu/permissions';
import { ProofThrottle } from './access/proof-throttle.js';
import { RefusalLog } from './access/refusal-log.js';
import { StrangerRefusals } from './access/stranger-refusals.js';
import { AccountAccessService } from './accounts/account-access.service.js';
import { AccountDirectory } from './accounts/account-directory.service.js';
import { AccountRolesService } from './accounts/account-roles.service.js';
import { AccountsService } from './accounts/accounts.service.js';
import { MeService } from './accounts/me.service.js';
import { ApiTokensService } from './api-tokens/api-tokens.service.js';
import { SecretBox } from './credentials/index.js';
import { AccessLinksService } from './links/access-links.service.js';
import { LinksService } from './links/links.service.js';
import { ExternalIdentitiesService } from './oidc/external-identities.service.js';
import { IdentityProvidersService } from './oidc/identity-providers.service.js';
import { OidcAddress } from './oidc/oidc-address.js';
import { OidcClient } from './oidc/oidc-client.js';
import { OidcDoorsService } from './oidc/oidc-doors.service.js';
import { OidcProofService } from './oidc/oidc-proof.service.js';
import { OidcSignInService } from './oidc/oidc-sign-in.service.js';
import { PasswordProof } from './passwords/password-proof.js';
import { PasswordsService } from './passwords/passwords.service.js';
import { SecurityPolicyService } from './policy/security-policy.service.js';
import { SessionAuthenticator } from './sessions/session-authenticator.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AdmissionService } from './sign-in/admission.service.js';
import { RefusedSignIns } from './sign-in/refused-sign-ins.service.js';
import { SessionSwitchService } from './sign-in/session-switch.service.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { TenantDoorService } from './sign-in/tenant-door.service.js';
import { SignInThrottle } from './throttle/sign-in-throttle.js';
import { ThrottleStore } from './throttle/throttle-store.js';
import { SecondFactorService } from './two-factor/second-factor.service.js';
import { TwoFactorSetupService } from './two-factor/two-factor-setup.service.js';

const SERVICES: Provider[] = [
  SecurityPolicyService,
  SessionsService,
  MeService,
  ProofThrottle,
  StrangerRefusals,
  PasswordProof,
  PasswordsService,
  SecondFactorService,
  TwoFactorSetupService,
  AdmissionService,
  RefusedSignIns,
  SignInService,
  SessionSwitchService,
  TenantDoorService,
  AccessLinksService,
  LinksService,
  ApiTokensService,
  AccountRolesService,
  AccountDirectory,
  AccountsService,
  AccountAccessService,
  IdentityProvidersService,
  ExternalIdentitiesService,
  OidcDoorsService,
  OidcProofService,
  OidcSignInService,
];

/** Who is calling, and all that makes a person one who may call. */
@Module({})
export class IdentityModule implements OnApplicationShutdown {
  constructor(private readonly throttleStore: ThrottleStore) {}

  static forRoot(environment: Environment): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      imports: [OrganizationsModule],
      providers: [
        { provide: AUTHENTICATOR, useClass: SessionAuthenticator },
        { provide: REFUSALS, useClass: RefusalLog },
        { provide: SecretBox, useFactory: () => secretBoxOf(environment) },
        { provide: ThrottleStore, useFactory: () => throttleStoreOf(environment) },
        {
          provide: SignInThrottle,
          useFactory: (store: ThrottleStore) => new SignInThrottle(store),
          inject: [ThrottleStore],
        },
        { provide: OidcAddress, useValue: new OidcAddress(publicUrlOf(environment)) },
        { provide: OidcClient, useValue: new OidcClient({ plainLoopback: environment.NODE_ENV !== 'production' }) },
        ...SERVICES,
      ],
      exports: [AUTHENTICATOR, REFUSALS, SecretBox, ...SERVICES],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.throttleStore.close();
  }
}

function secretBoxOf({ SHUCU_SECRET_KEY, SHUCU_SECRET_KEYS_OLD }: Environment): SecretBox {
  if (!SHUCU_SECRET_KEY) {
    throw new EnvironmentError(
      'Configuration: SHUCU_SECRET_KEY is missing (expected: base64 of 32 random bytes, e.g. by "openssl rand -base64 32")',
    );
  }
  return new SecretBox(SHUCU_SECRET_KEY, SHUCU_SECRET_KEYS_OLD);
}

function throttleStoreOf({ REDIS_URL, DATABASE_URL }: Environment): Promise<ThrottleStore> {
  const logger = new Logger(ThrottleStore.name);
  const onError = (err: Error): void =>
    logger.warn({ err }, 'The store of failures is away: each process counts for itself');
  return ThrottleStore.open({ redisUrl: REDIS_URL, databaseUrl: DATABASE_URL, onError });
}
