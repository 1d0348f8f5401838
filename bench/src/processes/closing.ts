type Stop = () => Promise<unknown>;

/** What must be stopped at the end, however the end comes about. One of them can be part of another. */
export class Closing {
  private readonly stops: Stop[] = [];
  private stopped: Promise<void> | undefined;

  /** Remembers how to stop a thing, and gives the thing back. */
  add<T extends { stop: Stop }>(thing: T): T {
    this.stops.push(() => thing.stop());
    return thing;
  }

  /** Stops everything, the last first, once, also when one of them fails; throws those failures at the end. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  private async stopAll(): Promise<void> {
    const faults: unknown[] = [];
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) {
      await stop().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not everything could be stopped');
  }
}
