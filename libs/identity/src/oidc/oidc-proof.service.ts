import { Inject, Injectable } from '@nestjs/common';
import { AppError, newId } from '@shucu/kernel';
import { REFUSALS, type Refusals } from '@shucu/permissions';
import { TenancyService } from '@shucu/tenancy';
import { useOnce } from './external-identity.repository.js';
import { OidcClient } from './oidc-client.js';
import { type DoorName, OidcDoorsService } from './oidc-doors.service.js';
import type { OidcAttempt } from './oidc-notes.js';
import { localPathOf } from './return-path.js';

/** What a browser came back with from a provider. */
export interface OidcAnswer extends DoorName {
  readonly parameters: URLSearchParams;
  readonly attemptCookie: string | undefined;
}

const refused = (reason?: string): AppError =>
  new AppError('auth.refused', {}, [], reason ? { cause: new Error(reason) } : {});

/**
 * Sends a browser to a provider and takes it back with a proof of who came; sessions and links follow from the proof in requests
 * of their own. Whatever is wrong, the refusal is the same, and it is kept in the audit log. No transaction waits for a provider.
 */
@Injectable()
export class OidcProofService {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly doors: OidcDoorsService,
    private readonly client: OidcClient,
    @Inject(REFUSALS) private readonly refusals: Refusals,
  ) {}

  /** Where to send the browser, and what it has to keep. Throws `auth.refused`; `service.unavailable` where the provider is away. */
  begin(name: DoorName, returnTo: string): Promise<{ url: string; attempt: string }> {
    return this.keeping(name, async () => {
      const path = localPathOf(returnTo);
      if (path === null) throw refused('The path to return to leads elsewhere');
      const door = await this.doors.find(name);
      const { url, secrets } = await this.client.begin(door.relation);
      return { url: url.href, attempt: door.writeAttempt({ ...secrets, returnTo: path }) };
    });
  }

  /** The proof, for the browser to keep, and the local path to go on to. Throws `auth.refused`. */
  finish(answer: OidcAnswer): Promise<{ proof: string; returnTo: string }> {
    return this.keeping(answer, async () => {
      const door = await this.doors.find(answer);
      const attempt = door.readAttempt(answer.attemptCookie);
      if (!attempt) throw refused('The browser brings no attempt of this provider, or one that is too old');
      await this.useUp(answer, attempt);
      const identity = await this.client.finish(door.relation, answer.parameters, attempt);
      return { proof: door.writeProof({ id: newId(), ...identity }), returnTo: attempt.returnTo };
    });
  }

  /** Before the provider is asked, so that of two at the same moment one is refused. */
  private async useUp({ tenantCode }: DoorName, { state }: OidcAttempt): Promise<void> {
    const isFirst = await this.tenancy.transactionByCode(tenantCode, refused, () => useOnce(state));
    if (!isFirst) throw refused('The attempt was used already');
  }

  private async keeping<T>({ tenantCode }: DoorName, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError) await this.refusals.record(tenantCode, null, error);
      throw error;
    }
  }
}
