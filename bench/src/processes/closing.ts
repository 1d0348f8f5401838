type Stop = () => Promise<void>;

/** What must be stopped at the end, however the end comes about. */
export class Closing {
  private readonly stops: Stop[] = [];

  /** Remembers how to stop a thing, and gives the thing back. */
  add<T extends { stop: Stop }>(thing: T): T {
    this.stops.push(() => thing.stop());
    return thing;
  }

  /** Stops everything, the last first, also when one of them fails; throws that failure at the end. */
  async close(): Promise<void> {
    const faults: unknown[] = [];
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) {
      await stop().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not everything could be stopped');
  }
}
