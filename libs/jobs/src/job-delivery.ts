import type { TenancyService } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';
import type { JobContext } from './job-context.js';
import { lockOpen, markDone } from './outbox.repository.js';

/** One delivery of one job to its handler. */
export class JobDelivery implements JobContext {
  private isTransactionUsed = false;
  private isSettledHere = false;

  constructor(
    private readonly tenancy: TenancyService,
    readonly tenantId: string,
    readonly outboxId: string,
    readonly attempt: number,
  ) {}

  /** Whether {@link transaction} has committed, so that no mark is to be set after it. */
  get isSettled(): boolean {
    return this.isSettledHere;
  }

  /** A property, so that a handler may take it out of its context. */
  readonly transaction = async <T>(work: (manager: EntityManager) => Promise<T>): Promise<T | undefined> => {
    if (this.isTransactionUsed) throw new Error('A job has one transaction: context.transaction() was called again');
    this.isTransactionUsed = true;
    const result = await this.tenancy.transaction(this.tenantId, async (manager) => {
      if (!(await lockOpen(manager, this.tenantId, this.outboxId))) return undefined;
      const done = await work(manager);
      await markDone(manager, this.tenantId, [this.outboxId]);
      return done;
    });
    this.isSettledHere = true;
    return result;
  };
}
