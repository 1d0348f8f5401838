import { AppError } from '@shucu/kernel';

/** Lets a few at once do what is costly, and so many wait for it in their order. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
    /** What is busy, for who is sent away. */
    private readonly name: string,
  ) {}

  /** Throws `service.unavailable` where too many wait already, and what the work throws. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.next();
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private next(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw new AppError('service.unavailable', { reason: this.name });
    return new Promise((go) => this.waiting.push(go));
  }
}
