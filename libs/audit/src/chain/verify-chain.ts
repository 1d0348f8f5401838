import type { KeyObject } from 'node:crypto';
import { covers, isGenuine, type Seal } from '../seals/seal.js';
import type { ChainEntry } from './chain-entry.js';
import { type ChainPlace, ChainWalk, type Fault } from './chain-walk.js';

export interface VerifiedChain {
  /** Whose chain it is said to be. */
  readonly tenantId: string;
  /** From the first on, in the order found; nothing where something stands that is no entry. */
  readonly entries: AsyncIterable<ChainEntry | null>;
  /** In the order they were made. */
  readonly seals: AsyncIterable<Seal>;
  /** Public keys that seals may be signed with. */
  readonly keys: readonly KeyObject[];
}

export interface Verification {
  /** Sound entries, up to the first bad one. */
  readonly entries: number;
  /** The last entry that a genuine seal confirms; 0 for none: beyond it, nobody but the chain itself vouches. */
  readonly sealedThrough: number;
  readonly firstBad: { readonly seq: number; readonly why: Fault } | null;
}

/**
 * Follows a chain from its first entry and holds it against the seals. Finds an edit, a deletion, an insertion, a swap, a
 * rewritten chain, a cut tail and an entry of another tenant, and names the first bad entry; needs no memory that grows.
 */
export async function verifyChain({ tenantId, entries, seals, keys }: VerifiedChain): Promise<Verification> {
  const walk = new ChainWalk(tenantId);
  const cover = new SealCover(seals, (seal, before) => isGenuine(seal, before, tenantId, keys));
  let sound = 0;
  const report = (why: Fault | null): Verification => ({
    entries: sound,
    sealedThrough: cover.confirmed(sound),
    firstBad: why && { seq: sound + 1, why },
  });
  try {
    // The seals are looked up first: one that is made meanwhile would be of an entry that is not read here.
    await cover.reach(1);
    for await (const entry of entries) {
      const why = (entry ? walk.step(entry) : 'unreadable') ?? (await cover.check(walk.place));
      if (why) return report(why);
      sound = walk.place.seq;
    }
    return report(await cover.checkEnd(sound));
  } finally {
    await cover.close();
  }
}

/** The seals alongside the walk: the one that covers the present entry, and the one before it. */
class SealCover {
  private readonly seals: AsyncIterator<Seal>;
  private before: Seal | null = null;
  private current: Seal | null = null;
  private isForged = false;

  constructor(
    seals: AsyncIterable<Seal>,
    private readonly isGenuine: (seal: Seal, before: Seal | null) => boolean,
  ) {
    this.seals = seals[Symbol.asyncIterator]();
  }

  /** Goes on to the seal that reaches the number, if there is one; each on the way must be genuine. */
  async reach(seq: number): Promise<'reached' | 'beyond' | 'forged'> {
    while (!this.isForged && (!this.current || this.current.seq < seq)) {
      const { value, done } = await this.seals.next();
      if (done) return 'beyond';
      this.isForged = !this.isGenuine(value, this.current);
      if (!this.isForged) [this.before, this.current] = [this.current, value];
    }
    return this.isForged ? 'forged' : 'reached';
  }

  /** What the seals say against an entry; nothing where none reaches it. */
  async check({ seq, hash }: ChainPlace): Promise<Fault | null> {
    if (!this.current || this.current.seq < seq) {
      const reached = await this.reach(seq);
      if (reached !== 'reached') return reached === 'forged' ? 'seal' : null;
    }
    return this.current && !covers(this.current, this.before, seq, hash) ? 'sealed' : null;
  }

  /** Whether anything is sealed beyond the last entry. */
  async checkEnd(last: number): Promise<Fault | null> {
    const reached = await this.reach(last + 1);
    if (reached === 'forged') return 'seal';
    return reached === 'reached' ? 'missing' : null;
  }

  /** The last of the first `sound` entries that is sealed. */
  confirmed(sound: number): number {
    const seal = this.current && this.current.seq <= sound ? this.current : this.before;
    return seal?.seq ?? 0;
  }

  async close(): Promise<void> {
    await this.seals.return?.();
  }
}
