import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import { DEFAULT_SECURITY_POLICY, readSecretToken, type ThrottlePolicy, verifyPassword } from '../credentials/index.js';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import type { ClientTrace } from '../sessions/sessions.service.js';
import { SignInThrottle } from '../throttle/sign-in-throttle.js';
import { SecondFactorService } from '../two-factor/second-factor.service.js';
import { AdmissionService, type SignedIn } from './admission.service.js';
import { type Candidate, findCandidate } from './candidate.repository.js';

export interface SignInAttempt extends ClientTrace {
  readonly tenantCode: string;
  readonly login: string;
  readonly password: string;
  /** Of the authenticator, or a recovery code. */
  readonly code?: string | undefined;
  /** The device cookie. */
  readonly deviceToken?: string | undefined;
}

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
    private readonly audit: AuditService,
  ) {}

  /** Throws `auth.refused` or `auth.throttled`. */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    const { tenantCode, login, address } = attempt;
    const [candidate, policy] = await this.candidateOf(attempt);
    const deviceId = candidate?.isDeviceKnown ? deviceHashOf(attempt) : null;
    const counted = { tenantId: tenantCode, login, address, deviceId };
    const { allowed, retryAfterSeconds } = await this.throttle.check(counted, policy);
    if (!allowed) {
      await this.keepRefusal(attempt, 'throttled');
      throw new AppError('auth.throttled', { seconds: retryAfterSeconds });
    }
    // Outside of any transaction: the hash takes its time, and a connection must not wait for it.
    const isRight = await verifyPassword(candidate?.passwordHash ?? null, attempt.password);
    const signedIn = candidate && isRight ? await this.admit(attempt, candidate) : null;
    if (signedIn) {
      await this.throttle.succeeded(counted);
      return signedIn;
    }
    await this.throttle.failed(counted);
    await this.keepRefusal(attempt, 'refused');
    throw refused();
  }

  /** Who is meant, and how failures are limited here; nobody, where the tenant is unknown or suspended. */
  private async candidateOf(attempt: SignInAttempt): Promise<[Candidate | null, ThrottlePolicy]> {
    const found = await this.inTenant(attempt, async (): Promise<[Candidate | null, ThrottlePolicy]> => {
      const { throttle } = await this.policies.current();
      return [await findCandidate(attempt.login, deviceHashOf(attempt)), throttle];
    });
    return found ?? [null, DEFAULT_SECURITY_POLICY.throttle];
  }

  /** The second factor is used up and the session begun in one transaction; nothing where the factor is not right. */
  private async admit(attempt: SignInAttempt, { accountId, passwordHash }: Candidate): Promise<SignedIn | null> {
    return this.inTenant(attempt, async () => {
      const secondFactor = await this.secondFactor.useUp(accountId, attempt.code);
      if (secondFactor === 'refused') return null;
      return this.admission.admit({
        accountId,
        method: 'password',
        provenPasswordHash: passwordHash,
        secondFactor: secondFactor === 'proven',
        deviceToken: attempt.deviceToken,
        address: attempt.address,
        userAgent: attempt.userAgent,
      });
    });
  }

  private async keepRefusal(attempt: SignInAttempt, reason: 'refused' | 'throttled'): Promise<void> {
    await this.inTenant(attempt, () =>
      this.audit.note({
        action: 'session.signIn',
        subject: 'account',
        subjectId: null,
        result: 'refused',
        details: { login: attempt.login, reason },
      }),
    );
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

function deviceHashOf({ deviceToken }: SignInAttempt): string | null {
  return readSecretToken(deviceToken)?.hash ?? null;
}
