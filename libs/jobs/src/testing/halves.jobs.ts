import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';
import { z } from 'zod';
import type { JobContext } from '../job-context.js';
import { defineJob } from '../job-definition.js';
import { OnJob } from '../on-job.decorator.js';

/** A job that leaves two rows in the table `half`, some time apart. */
export const halves = defineJob('test.halves', z.object({ itemId: z.uuid() }));

const INSERT = 'INSERT INTO half (item, half) VALUES ($1, $2)';
const APART_MS = 60;

/** Does it as it should be done: all in the job's one transaction. */
@Injectable()
export class SoundHalvesJobs {
  @OnJob(halves)
  async run({ itemId }: { itemId: string }, { transaction }: JobContext): Promise<void> {
    await transaction(async (manager) => {
      await manager.query(INSERT, [itemId, 'first']);
      await setTimeout(APART_MS);
      await manager.query(INSERT, [itemId, 'second']);
    });
  }
}

/** Does it as it must not be done: in two transactions, without asking what was done before. */
@Injectable()
export class NaiveHalvesJobs {
  constructor(private readonly tenancy: TenancyService) {}

  @OnJob(halves)
  async run({ itemId }: { itemId: string }, { tenantId }: JobContext): Promise<void> {
    await this.tenancy.transaction(tenantId, (manager) => manager.query(INSERT, [itemId, 'first']));
    await setTimeout(APART_MS);
    await this.tenancy.transaction(tenantId, (manager) => manager.query(INSERT, [itemId, 'second']));
  }
}
