import { Inject, Injectable } from '@nestjs/common';
import { AppError, sha256 } from '@shucu/kernel';
import { REFUSALS, type Refusals } from '@shucu/permissions';
import { TenancyService } from '@shucu/tenancy';
import { lockAccount } from '../access/account-lock.js';
import type { BroughtTokens } from '../sessions/session-cookie.js';
import type { ClientTrace } from '../sessions/sessions.service.js';
import { AdmissionService, type SignedIn } from '../sign-in/admission.service.js';
import { SignInThrottle } from '../throttle/sign-in-throttle.js';
import { SecondFactorService } from '../two-factor/second-factor.service.js';
import { findLinkedAccount, holdEnabled, useOnce } from './external-identity.repository.js';
import type { OidcDoor } from './oidc-door.js';
import { type DoorName, OidcDoorsService } from './oidc-doors.service.js';
import type { OidcProof } from './oidc-notes.js';

export interface OidcSignIn extends DoorName, ClientTrace, BroughtTokens {
  readonly proofCookie: string | undefined;
  /** Of the authenticator, or a recovery code: where the account has a second factor and the provider asked for none. */
  readonly code?: string | undefined;
}

const refused = (): AppError => new AppError('auth.refused');

/**
 * Signs a person in by what a provider has proven. An unknown identity, an account that is not active, a missing or a wrong code
 * are refused alike and kept in the audit log; only codes are guesses, so only they are slowed down.
 */
@Injectable()
export class OidcSignInService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly doors: OidcDoorsService,
    private readonly secondFactor: SecondFactorService,
    private readonly admission: AdmissionService,
    private readonly throttle: SignInThrottle,
    @Inject(REFUSALS) private readonly refusals: Refusals,
  ) {}

  /** Throws `auth.refused` or `auth.throttled`. */
  async signIn(attempt: OidcSignIn): Promise<SignedIn> {
    try {
      const door = await this.doors.find(attempt);
      const proof = door.readProof(attempt.proofCookie);
      if (!proof) throw refused();
      return await (attempt.code ? this.slowly(attempt, door, proof) : this.admit(attempt, door, proof));
    } catch (error) {
      if (error instanceof AppError) await this.refusals.record(attempt.tenantCode, null, error);
      throw error;
    }
  }

  private async slowly(attempt: OidcSignIn, door: OidcDoor, proof: OidcProof): Promise<SignedIn> {
    const { tenantCode, address } = attempt;
    // Counted by identity and not by login, so that whoever fails with passwords does not slow down who comes by a provider.
    const login = sha256(`${door.providerId} ${proof.issuer} ${proof.subject}`);
    const counted = { tenantId: tenantCode, login, address, deviceId: null };
    const { allowed, retryAfterSeconds } = await this.throttle.check(counted);
    if (!allowed) throw new AppError('auth.throttled', { seconds: retryAfterSeconds });
    try {
      const signedIn = await this.admit(attempt, door, proof);
      await this.throttle.succeeded(counted);
      return signedIn;
    } catch (error) {
      await this.throttle.failed(counted);
      throw error;
    }
  }

  /** The proof and the code are used up and the session begun in one transaction: refused, it leaves all as it was. */
  private admit(attempt: OidcSignIn, { providerId }: OidcDoor, proof: OidcProof): Promise<SignedIn> {
    const { address, userAgent, sessionTokens, deviceTokens } = attempt;
    return this.tenancy.transactionByCode(attempt.tenantCode, refused, async () => {
      const accountId = await this.linkedAccount(providerId, proof);
      if (!accountId || !(await useOnce(proof.id))) throw refused();
      const factor = proof.secondFactor ? 'proven' : await this.secondFactor.useUp(accountId, attempt.code);
      if (factor === 'refused') throw refused();
      const signedIn = await this.admission.admit({
        accountId,
        method: 'oidc',
        secondFactor: factor === 'proven',
        provenPassword: null,
        ...{ address, userAgent, sessionTokens, deviceTokens },
      });
      if (!signedIn) throw refused();
      return signedIn;
    });
  }

  /** The provider is held and the account locked, and the identity still belongs to it: both may have been taken away meanwhile. */
  private async linkedAccount(providerId: string, proof: OidcProof): Promise<string | null> {
    if (!(await holdEnabled(providerId))) return null;
    const accountId = await findLinkedAccount(providerId, proof);
    if (!accountId) return null;
    await lockAccount(accountId);
    return findLinkedAccount(providerId, proof);
  }
}
