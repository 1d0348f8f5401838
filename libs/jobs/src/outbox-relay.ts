import { Logger } from '@nestjs/common';
import { type TenancyService, TenantSuspended } from '@shucu/tenancy';
import type { ActiveTenants } from './active-tenants.js';
import type { JobHandlers } from './job-handlers.js';
import type { JobsTiming } from './jobs.options.js';
import { type OpenRow, type RelayChoice, takeForRelay } from './outbox.repository.js';
import type { JobQueue, JobToQueue } from './queue.js';

/** Rows that are given to the queue in one transaction. */
const BATCH = 500;

/**
 * Carries outbox rows into the queue, tenant by tenant. A row may be carried twice, which the queue ignores as long as it
 * knows the job and which makes the job again where the queue has lost it.
 */
export class OutboxRelay {
  private readonly logger = new Logger('OutboxRelay');
  private readonly due = new Set<string>();
  private running: Promise<void> | undefined;
  private isStopped = false;

  constructor(
    private readonly tenancy: TenancyService,
    private readonly tenants: ActiveTenants,
    private readonly handlers: JobHandlers,
    private readonly queue: JobQueue,
    private readonly timing: JobsTiming,
  ) {}

  /** Sees to the tenant's new rows soon; any number of calls meanwhile are one. */
  wake(tenantId: string): void {
    if (this.isStopped) return;
    this.due.add(tenantId);
    this.running ??= this.relayDue();
  }

  /** Sees to the new rows of all tenants, for notifications that nobody heard. */
  async sweep(): Promise<void> {
    for (const tenantId of await this.tenants.look()) this.wake(tenantId);
  }

  /**
   * Gives the queue again what it has had for long and may have lost: a batch a tenant, the longest waiting first. An (almost)
   * empty queue gets everything, so a queue that was emptied is rebuilt at once and no row waits while nothing is running.
   */
  async reconcile(): Promise<void> {
    const isBusy = (await this.queue.size()) >= BATCH;
    for (const tenantId of await this.tenants.look()) {
      let given = BATCH;
      while (given === BATCH && !this.isStopped) {
        given = await this.relay(tenantId, { staleAfterMs: this.timing.staleAfterMs });
        if (isBusy) break;
      }
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async relayDue(): Promise<void> {
    for (const tenantId of this.due) {
      if (this.isStopped) return;
      this.due.delete(tenantId);
      try {
        const given = await this.relay(tenantId, { unrelayed: true });
        // Whoever has more comes back after the others have had their turn.
        if (given === BATCH) this.due.add(tenantId);
      } catch (error) {
        this.logger.error(
          { err: error, tenantId },
          `The outbox is not relayed; the next look is in ${this.timing.pollMs} ms`,
        );
      }
    }
    // In the same breath as the last look at what is due, so that no call in between is lost.
    this.running = undefined;
  }

  /** Gives how many there were; none of a tenant that was suspended meanwhile. */
  private async relay(tenantId: string, choice: RelayChoice): Promise<number> {
    const again = 'staleAfterMs' in choice;
    try {
      return await this.tenancy.transaction(tenantId, async (manager) => {
        const rows = await takeForRelay(manager, tenantId, choice, this.handlers.names, BATCH);
        if (rows.length > 0) await this.queue.add(rows.map((row) => this.toQueue(tenantId, row, again)));
        return rows.length;
      });
    } catch (error) {
      if (error instanceof TenantSuspended) return 0;
      throw error;
    }
  }

  private toQueue(tenantId: string, { id, job, payload, attempts: failed }: OpenRow, again: boolean): JobToQueue {
    const { attempts, backoffMs } = this.handlers.get(job).definition;
    const data = { tenantId, payload, failed, again };
    return { id, name: job, data, attempts: Math.max(1, attempts - failed), backoffMs };
  }
}
