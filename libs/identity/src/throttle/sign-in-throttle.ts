import { DEFAULT_SECURITY_POLICY, type ThrottlePolicy } from '../credentials/security-policy.js';
import { type AttemptKeys, keysOf, type SignInAttempt, turnstileOf } from './attempt-keys.js';
import { FailureCounter } from './failure-counter.js';
import type { ThrottleStore } from './throttle-store.js';

export interface ThrottleVerdict {
  readonly allowed: boolean;
  /** Whole seconds until another try can be allowed; 0 where this one is. */
  readonly retryAfterSeconds: number;
}

/** A counter, the failures it lets pass freely, and how long the waits after them can become. */
interface Gate {
  readonly key: string;
  readonly free: number;
  readonly longestWaitSeconds: number;
}

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_DAY = 86_400;
/** A counter starts anew this long after its first failure. */
const REMEMBERED = SECONDS_PER_DAY;
/** A network from which an account signed in is known to it this long. */
const ACQUAINTED = 14 * SECONDS_PER_DAY;
/** Each wait is twice the one before. */
const FIRST_WAIT_SECONDS = 30;
/** Doubling goes on no further: beyond every longest wait. */
const MOST_DOUBLINGS = 16;
/** Of one network, whoever it tries: a department behind one address mistypes more than one person does. */
const NETWORK = { free: 50, longestWaitSeconds: 15 * SECONDS_PER_MINUTE };

/**
 * Slows the guessing of passwords (等保三级: 限制非法登录次数): failures are counted by network, by account from unknown
 * devices, and by account on a known device or network, each with a number of free ones and then waits that double. What strangers do
 * never makes those wait who come with a device of the account (OWASP's device cookies), nor those from a network from which
 * the account signed in within 14 days, unless the strangers share it. It never tells whether an account exists.
 */
export class SignInThrottle {
  private readonly counter: FailureCounter;

  constructor(store: ThrottleStore) {
    this.counter = new FailureCounter(store);
  }

  /** Whether the password may be looked at. Counts the try already, so that a thousand at one moment do not slip through. */
  async check(
    attempt: SignInAttempt,
    policy: ThrottlePolicy = DEFAULT_SECURITY_POLICY.throttle,
  ): Promise<ThrottleVerdict> {
    const keys = keysOf(attempt);
    const gates = (await this.isKnown(attempt, keys)) ? knownGates(keys, policy) : strangerGates(keys, policy);
    const entered: string[] = [];
    for (const gate of gates) {
      const waitMs = await this.enter(gate);
      if (waitMs > 0) {
        await this.takeBack(entered);
        return { allowed: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
      }
      entered.push(gate.key);
    }
    return { allowed: true, retryAfterSeconds: 0 };
  }

  /** After a wrong password or code: what {@link check} counted stays, and a known device also counts against its network. */
  async failed(attempt: SignInAttempt): Promise<void> {
    const keys = keysOf(attempt);
    if (await this.isKnown(attempt, keys)) await this.counter.add(keys.network, REMEMBERED);
  }

  /** After a sign-in: takes back what {@link check} counted, and knows this network from now on. */
  async succeeded(attempt: SignInAttempt): Promise<void> {
    const keys = keysOf(attempt);
    // Only the caller's own failures are forgotten: those of strangers, and of the network, are not the caller's to forgive.
    if (await this.isKnown(attempt, keys))
      await Promise.all([this.counter.forget(keys.known), this.counter.forget(turnstileOf(keys.known))]);
    else await this.takeBack([keys.network, keys.stranger]);
    await this.counter.mark(keys.acquaintance, ACQUAINTED);
  }

  /** Where the password could not be looked at: takes back what {@link check} counted, as nobody has failed. */
  async undecided(attempt: SignInAttempt): Promise<void> {
    const keys = keysOf(attempt);
    await this.takeBack((await this.isKnown(attempt, keys)) ? [keys.known] : [keys.network, keys.stranger]);
  }

  private async isKnown({ deviceId }: SignInAttempt, { acquaintance }: AttemptKeys): Promise<boolean> {
    return deviceId !== null || (await this.counter.read(acquaintance)) > 0;
  }

  /** 0 where the try is counted and goes on, else the milliseconds to wait, and nothing is counted. */
  private async enter({ key, free, longestWaitSeconds }: Gate): Promise<number> {
    const before = await this.counter.read(key);
    if (before + 1 < free) {
      if ((await this.counter.add(key, REMEMBERED)) < free) return 0;
      await this.takeBack([key]);
    }
    const doublings = Math.min(Math.max(0, before + 1 - free), MOST_DOUBLINGS);
    const waitSeconds = Math.min(FIRST_WAIT_SECONDS * 2 ** doublings, longestWaitSeconds);
    const waitMs = await this.counter.pass(turnstileOf(key), waitSeconds);
    if (waitMs === 0) await this.counter.add(key, REMEMBERED);
    return waitMs;
  }

  private async takeBack(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => this.counter.takeBack(key, REMEMBERED)));
  }
}

function knownGates({ known }: AttemptKeys, { knownFailures, knownWaitMinutes }: ThrottlePolicy): Gate[] {
  return [{ key: known, free: knownFailures, longestWaitSeconds: knownWaitMinutes * SECONDS_PER_MINUTE }];
}

function strangerGates(
  { network, stranger }: AttemptKeys,
  { strangerFailures, strangerWaitMinutes }: ThrottlePolicy,
): Gate[] {
  return [
    { key: network, ...NETWORK },
    { key: stranger, free: strangerFailures, longestWaitSeconds: strangerWaitMinutes * SECONDS_PER_MINUTE },
  ];
}
