import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { JobContext } from '../job-context.js';
import { defineJob } from '../job-definition.js';
import { OnJob } from '../on-job.decorator.js';

/** A job that does whatever the test says. */
export const probe = defineJob('test.probe', z.object({ itemId: z.uuid() }), { attempts: 3, backoffMs: 50 });

@Injectable()
export class ProbeJobs {
  /** What the jobs of all workers of this process do; each test sets its own. */
  static work: (itemId: string, context: JobContext) => Promise<void> = async () => undefined;
  /** Items in the order in which their handler was called. */
  static calls: string[] = [];

  static prepare(work: typeof ProbeJobs.work): void {
    ProbeJobs.work = work;
    ProbeJobs.calls = [];
  }

  @OnJob(probe)
  async run({ itemId }: { itemId: string }, context: JobContext): Promise<void> {
    ProbeJobs.calls.push(itemId);
    await ProbeJobs.work(itemId, context);
  }
}
