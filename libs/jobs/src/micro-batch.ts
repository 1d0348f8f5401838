interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** How long an item waits for company: far less than a job takes, enough to share one commit among many. */
const GATHER_MS = 10;

/**
 * Gathers what is asked for within ten milliseconds, or while the batch before is under way, and asks for it together, tenant
 * by tenant.
 */
export class MicroBatch<Item, Result> {
  private waiting = new Map<string, Waiting<Item, Result>[]>();
  private count = 0;
  private timer: NodeJS.Timeout | undefined;
  private isFlushing = false;

  /**
   * The function gets the items of one tenant and gives their results in the same order. As many items as make a batch full
   * wait for no more.
   */
  constructor(
    private readonly ask: (tenantId: string, items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly fullAt: number,
  ) {}

  /** The item's result; rejects with the error of its whole batch. */
  run(tenantId: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const entry = { item, resolve, reject };
      const ofTenant = this.waiting.get(tenantId);
      if (ofTenant) ofTenant.push(entry);
      else this.waiting.set(tenantId, [entry]);
      this.count += 1;
      this.arrange();
    });
  }

  private arrange(): void {
    if (this.isFlushing || this.count === 0) return;
    if (this.count >= this.fullAt) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  private async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const gathered = this.waiting;
    this.waiting = new Map();
    this.count = 0;
    this.isFlushing = true;
    for (const [tenantId, entries] of gathered) await this.flushTenant(tenantId, entries);
    this.isFlushing = false;
    this.arrange();
  }

  private async flushTenant(tenantId: string, entries: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.ask(
        tenantId,
        entries.map(({ item }) => item),
      );
      entries.forEach(({ resolve }, i) => void resolve(results[i] as Result));
    } catch (error) {
      for (const { reject } of entries) reject(error);
    }
  }
}
