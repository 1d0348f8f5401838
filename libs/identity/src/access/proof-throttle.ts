import { Injectable } from '@nestjs/common';
import { AppError, type ErrorCode } from '@shucu/kernel';
import { AuditContext, TenantContext } from '@shucu/tenancy';
import { SecurityPolicyService } from '../policy/security-policy.service.js';
import { SignInThrottle } from '../throttle/sign-in-throttle.js';

/** All sessions of an account are counted together: another one gives no further guesses. */
const ANY_SESSION = 'session';

/**
 * Slows down whoever guesses the password or the codes of an account from within one of its sessions, such as at a browser left
 * open: without it six digits are guessed in a night. Counted apart from signing in, so that neither makes the other wait.
 */
@Injectable()
export class ProofThrottle {
  constructor(
    private readonly throttle: SignInThrottle,
    private readonly policies: SecurityPolicyService,
  ) {}

  /**
   * Asks for a proof and throws the refusal where it is not right; throws `auth.throttled` without asking after too many. Where
   * there is nothing to be proven, and says so itself, nothing is counted.
   */
  async require(accountId: string, refusal: ErrorCode, proof: () => Promise<boolean>): Promise<void> {
    const { throttle } = await this.policies.current();
    const counted = {
      tenantId: TenantContext.tenantId,
      login: `proof of ${accountId}`,
      address: AuditContext.current?.address ?? '',
      deviceId: ANY_SESSION,
    };
    const { allowed, retryAfterSeconds } = await this.throttle.check(counted, throttle);
    if (!allowed) throw new AppError('auth.throttled', { seconds: retryAfterSeconds });
    const isRight = await proof().catch(async (error: unknown) => {
      if (error instanceof AppError) await this.throttle.undecided(counted);
      throw error;
    });
    if (isRight) return this.throttle.succeeded(counted);
    await this.throttle.failed(counted);
    throw new AppError(refusal);
  }
}
