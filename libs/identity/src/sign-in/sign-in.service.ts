import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { DEFAULT_SECURITY_POLICY, type ThrottlePolicy, verifyPassword } from '../credentials/index.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { type BroughtTokens, hashesOf } from '../sessions/session-cookie.js';
import type { ClientTrace } from '../sessions/sessions.service.js';
import { SignInThrottle } from '../throttle/sign-in-throttle.js';
import { SecondFactorService } from '../two-factor/second-factor.service.js';
import { AdmissionService, type SignedIn } from './admission.service.js';
import { type Candidate, findCandidate } from './candidate.repository.js';
import { RefusedSignIns } from './refused-sign-ins.service.js';

export interface SignInAttempt extends ClientTrace, BroughtTokens {
  readonly tenantCode: string;
  readonly login: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
}

/** Longer than any of the ways to a refusal takes, so that how long one took does not tell which part was right. */
const LEAST_REFUSAL_MS = 300;

const refused = (): AppError => new AppError('auth.refused');

/**
 * Signs a person in by login name, password and, where set up, a second factor. Whatever is wrong, the refusal is the same and
 * takes as long; it is kept in the audit log and counts against the address and the account, though never against a browser
 * that has signed in with the account before: failures are limited, and no stranger locks an official out (等保三级).
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly throttle: SignInThrottle,
    private readonly secondFactor: SecondFactorService,
    private readonly admission: AdmissionService,
    private readonly policies: SecurityPolicyService,
    private readonly refusals: RefusedSignIns,
  ) {}

  /** Throws `auth.refused` or `auth.throttled`. */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    const began = performance.now();
    const [candidate, policy] = await this.candidateOf(attempt);
    const counted = {
      tenantId: attempt.tenantCode,
      login: attempt.login,
      address: attempt.address,
      deviceId: candidate?.deviceHash ?? null,
    };
    const { allowed, retryAfterSeconds } = await this.throttle.check(counted, policy);
    if (!allowed) {
      await this.inTenant(attempt, () => this.refusals.note(attempt, candidate, 'throttled'));
      throw new AppError('auth.throttled', { seconds: retryAfterSeconds });
    }
    // Outside of any transaction: the hash takes its time, and a connection must not wait for it.
    const isRight = await verifyPassword(candidate?.passwordHash ?? null, attempt.password).catch(async (error) => {
      await this.throttle.undecided(counted);
      throw error;
    });
    const signedIn = await this.inTenant(attempt, () => this.decide(attempt, candidate, isRight));
    if (signedIn) {
      await this.throttle.succeeded(counted);
      return signedIn;
    }
    await this.throttle.failed(counted);
    await pause(Math.max(0, began + LEAST_REFUSAL_MS - performance.now()));
    throw refused();
  }

  /** Who is meant, and how failures are limited here; nobody, where the tenant is unknown or suspended. */
  private async candidateOf(attempt: SignInAttempt): Promise<[Candidate | null, ThrottlePolicy]> {
    const found = await this.inTenant(attempt, async (): Promise<[Candidate | null, ThrottlePolicy]> => {
      const { throttle } = await this.policies.current();
      return [await findCandidate(attempt.login, hashesOf(attempt.deviceTokens)), throttle];
    });
    return found ?? [null, DEFAULT_SECURITY_POLICY.throttle];
  }

  /** The second factor is used up and the session begun, or the refusal kept; nothing where it is refused. */
  private async decide(
    attempt: SignInAttempt,
    candidate: Candidate | null,
    isRight: boolean,
  ): Promise<SignedIn | null> {
    const signedIn = candidate && isRight ? await this.admit(attempt, candidate) : null;
    if (!signedIn) await this.refusals.note(attempt, candidate, 'refused');
    return signedIn;
  }

  private async admit(attempt: SignInAttempt, { accountId, passwordHash }: Candidate): Promise<SignedIn | null> {
    const factor = await this.secondFactor.useUp(accountId, attempt.code);
    if (factor === 'refused' || passwordHash === null) return null;
    const { password, address, userAgent, sessionTokens, deviceTokens } = attempt;
    return this.admission.admit({
      accountId,
      method: 'password',
      provenPassword: { password, hash: passwordHash },
      secondFactor: factor === 'proven',
      ...{ address, userAgent, sessionTokens, deviceTokens },
    });
  }

  private async inTenant<T>({ tenantCode }: SignInAttempt, work: () => Promise<T>): Promise<T | null> {
    try {
      return await this.tenancy.transactionByCode(tenantCode, refused, work);
    } catch (error) {
      if (error instanceof AppError && error.code === 'auth.refused') return null;
      throw error;
    }
  }
}
