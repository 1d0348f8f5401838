import { Injectable, Logger } from '@nestjs/common';
import { AuditContext, TenancyService, TenantSuspended } from '@shucu/tenancy';
import { type Job, UnrecoverableError } from 'bullmq';
import { ActiveTenants } from './active-tenants.js';
import { JobDelivery } from './job-delivery.js';
import { describeFailure, isPermanent, JobPayloadError } from './job-failure.js';
import { type HandledJob, JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import type { OpenRow } from './outbox.repository.js';
import type { QueuedJob } from './queue.js';

/**
 * Does what the queue delivers. Where the queue may deliver it a second time, the database says whether it is still to be done.
 * The jobs of a suspended tenant are left in the outbox as they are: no try of theirs has failed, and they are relayed again once
 * the tenant is active.
 */
@Injectable()
export class JobConsumer {
  private readonly logger = new Logger('Jobs');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly ledger: JobLedger,
    private readonly tenants: ActiveTenants,
    private readonly tenancy: TenancyService,
  ) {}

  /** Throws where the job is to be tried again; an `UnrecoverableError` where it has failed for good. */
  consume(delivered: Job<QueuedJob>): Promise<void> {
    return this.unlessSuspended(delivered, () => this.deliver(delivered));
  }

  /** The queue gave the job up because too many of its workers died: a failed try like any other. */
  async giveUp(given: Job<QueuedJob>): Promise<void> {
    const { id, name, data } = given;
    const job = this.handlers.find(name);
    if (!job) return;
    await this.unlessSuspended(given, async () => {
      await this.recordFailure(job, id as string, data.tenantId, new WorkersDied());
    });
  }

  private async unlessSuspended({ id, name, data }: Job<QueuedJob>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof TenantSuspended)) throw error;
      this.logger.log(`Job ${name} rests with its tenant ${data.tenantId} (outbox ${id})`);
    }
  }

  private async deliver(delivered: Job<QueuedJob>): Promise<void> {
    const { name, data } = delivered;
    const id = delivered.id as string;
    const job = this.handlers.find(name);
    // A newer worker knows it; the reconciler offers it again.
    if (!job) return this.logger.warn(`No handler for job ${name} (tenant ${data.tenantId}, outbox ${id})`);
    if (!this.tenants.wasActive(data.tenantId) && !(await this.tenants.look()).has(data.tenantId)) return;
    const isFirst = !data.again && delivered.attemptsStarted === 1;
    const row = isFirst
      ? { id, payload: data.payload, attempts: data.failed }
      : await this.ledger.claim(data.tenantId, id);
    if (!row) return;
    try {
      await this.run(job, row, data.tenantId);
    } catch (error) {
      if (error instanceof TenantSuspended) throw error;
      const failure = await this.recordFailure(job, id, data.tenantId, error);
      if (failure) throw failure;
    }
  }

  private async run(
    { definition, handle }: HandledJob,
    row: Pick<OpenRow, 'id' | 'payload' | 'attempts'>,
    tenantId: string,
  ): Promise<void> {
    const payload = definition.payload.safeParse(row.payload);
    if (!payload.success) throw new JobPayloadError(payload.error.message);
    const delivery = new JobDelivery(this.tenancy, tenantId, row.id, row.attempts + 1);
    const { name } = definition;
    const deed = { action: name, actor: { kind: 'job', id: row.id, name } } as const;
    await AuditContext.run(deed, () => handle(payload.data, delivery));
    if (!delivery.isSettled) await this.ledger.markDone(tenantId, row.id);
  }

  /** Gives what the queue is to be told, or nothing where another delivery has settled the job. */
  private async recordFailure(
    { definition }: HandledJob,
    id: string,
    tenantId: string,
    error: unknown,
  ): Promise<Error | undefined> {
    const place = `Job ${definition.name} (tenant ${tenantId}, outbox ${id})`;
    this.logger.error({ err: error }, `${place} failed`);
    const reason = describeFailure(error);
    const { attempts } = definition;
    const failure = { id, error: reason, attempts, permanent: isPermanent(error) };
    const outcome = await this.ledger.recordFailure(tenantId, failure);
    if (outcome === 'settled') return undefined;
    // The queue stores this text, so it must be as free of personal data as the outbox.
    if (outcome === 'tryAgain') return new Error(reason);
    this.logger.error(`${place} has failed for good`);
    return new UnrecoverableError(reason);
  }
}

class WorkersDied extends Error {
  override readonly name = 'WorkersDied';
}
