import { Injectable } from '@nestjs/common';
import { callerNetwork, sha256 } from '@shucu/kernel';
import { FailureCounter } from '../throttle/failure-counter.js';
import { ThrottleStore } from '../throttle/throttle-store.js';

const WINDOW_SECONDS = 3600;
/** Refusals of one tenant in an hour that each become an entry; of those beyond, the one that doubles their number does. */
const OF_NETWORK = 100;
const OF_TENANT = 10_000;

/** Counted apart, so that cheap refusals do not hide the guesses among them: passwords that were looked at, those that were not, and all else. */
export type RefusalKind = 'signIn' | 'throttledSignIn' | 'request';

/**
 * Keeps strangers, who need nothing to be refused, from filling a log that nobody can shorten: of many refusals of one network the
 * log has the first hundred of an hour, then the 200th, the 400th and so on, with their number. The request log has all of them.
 */
@Injectable()
export class StrangerRefusals {
  private readonly counter: FailureCounter;

  constructor(store: ThrottleStore) {
    this.counter = new FailureCounter(store);
  }

  /** Counts a refusal; the details that its entry has in addition, or nothing where it becomes none. */
  async count(
    kind: RefusalKind,
    tenantCode: string,
    address: string,
  ): Promise<{ readonly ofThisHour?: number } | null> {
    const ofNetwork = await this.add(kind, tenantCode, callerNetwork(address));
    // What one network is stopped at does not use up what the others have.
    if (!isKept(ofNetwork, OF_NETWORK)) return null;
    if (!isKept(await this.add(kind, tenantCode), OF_TENANT)) return null;
    return ofNetwork > OF_NETWORK ? { ofThisHour: ofNetwork } : {};
  }

  private add(...parts: string[]): Promise<number> {
    return this.counter.add(sha256(JSON.stringify(['refusals', ...parts])), WINDOW_SECONDS);
  }
}

function isKept(count: number, each: number): boolean {
  return count <= each || Number.isInteger(Math.log2(count / each));
}
