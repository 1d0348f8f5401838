import { RateLimiterRes } from 'rate-limiter-flexible';
import type { ThrottleStore } from './throttle-store.js';

/** Numbers under hashed keys, kept for some seconds; every change is one atomic step of the store. */
export class FailureCounter {
  constructor(private readonly store: ThrottleStore) {}

  /** Adds one and gives the sum, which is kept for `seconds` from the first. */
  async add(key: string, seconds: number): Promise<number> {
    const { consumedPoints } = await this.store.ask((limiter) => limiter.penalty(key, 1, { customDuration: seconds }));
    return consumedPoints;
  }

  /** Takes one away that was added. */
  async takeBack(key: string, seconds: number): Promise<void> {
    await this.store.ask((limiter) => limiter.reward(key, 1, { customDuration: seconds }));
  }

  /** How many were added; 0 where nothing is kept. */
  async read(key: string): Promise<number> {
    return (await this.store.ask((limiter) => limiter.get(key)))?.consumedPoints ?? 0;
  }

  /** Keeps 1 for `seconds` from now. */
  async mark(key: string, seconds: number): Promise<void> {
    await this.store.ask((limiter) => limiter.set(key, 1, seconds));
  }

  /** Keeps nothing any more. */
  async forget(key: string): Promise<void> {
    await this.store.ask((limiter) => limiter.delete(key));
  }

  /** A turnstile: 0 lets the caller through, and then nobody for `seconds`; otherwise the milliseconds until it opens. */
  async pass(key: string, seconds: number): Promise<number> {
    return this.store.ask(async (limiter) => {
      try {
        await limiter.consume(key, 1, { customDuration: seconds });
        return 0;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, refusal.msBeforeNext);
      }
    });
  }
}
