import { Inject, Injectable } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';
import { JOBS_OPTIONS, type JobsOptions } from './jobs.options.js';
import { MicroBatch } from './micro-batch.js';
import {
  commitWithoutWaiting,
  type Failure,
  markDone,
  type OpenRow,
  readOpen,
  recordFailure,
} from './outbox.repository.js';

/** What the database says about the jobs that the queue delivers, and what is told to it; in small batches. */
@Injectable()
export class JobLedger {
  private readonly claims: MicroBatch<string, OpenRow | undefined>;
  private readonly marks: MicroBatch<string, undefined>;

  constructor(
    private readonly tenancy: TenancyService,
    @Inject(JOBS_OPTIONS) { concurrency }: JobsOptions,
  ) {
    // While one half of the running jobs waits for the database, the other half may go on.
    const fullAt = Math.ceil(concurrency / 2);
    this.claims = new MicroBatch(async (tenantId, ids) => {
      const rows = await tenancy.transaction(tenantId, (manager) => readOpen(manager, tenantId, ids));
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }, fullAt);
    this.marks = new MicroBatch(async (tenantId, ids) => {
      await tenancy.transaction(tenantId, async (manager) => {
        await commitWithoutWaiting(manager);
        await markDone(manager, tenantId, ids);
      });
      return ids.map(() => undefined);
    }, fullAt);
  }

  /** The row where the job is still to be done; nothing where it is settled, gone, or its tenant is suspended. */
  claim(tenantId: string, id: string): Promise<OpenRow | undefined> {
    return this.claims.run(tenantId, id);
  }

  /** Returns once the mark is committed. */
  markDone(tenantId: string, id: string): Promise<void> {
    return this.marks.run(tenantId, id);
  }

  recordFailure(tenantId: string, failure: Failure): Promise<'tryAgain' | 'failed' | 'settled'> {
    return this.tenancy.transaction(tenantId, (manager) => recordFailure(manager, tenantId, failure));
  }
}
