import type { Logger } from '@nestjs/common';
import type { TenancyService } from './tenancy.service.js';

/** What is done in rounds, how often, and who hears of faults. */
export interface TenantRoundsOptions {
  readonly everyMs: number;
  readonly logger: Logger;
  /** Outside of any transaction. */
  readonly work: (tenantId: string) => Promise<void>;
}

/**
 * Does something for each active tenant, one after the other: at once, then every so often, one round after the other. A tenant's
 * fault is logged and stops no other. Nothing may depend on a round having taken place, nor on how many workers make them.
 */
export class TenantRounds {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly tenancy: TenancyService,
    private readonly options: TenantRoundsOptions,
  ) {}

  /** Whether the worker ends: work in many steps breaks off after the one in hand. */
  get isStopped(): boolean {
    return this.stopped;
  }

  start(): void {
    this.timer = setInterval(() => void this.round(), this.options.everyMs);
    void this.round();
  }

  /** Begins no further tenant and waits for the one in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Looks once through all active tenants. */
  private round(): Promise<void> {
    this.running = this.running
      .then(() => this.allTenants())
      .catch((error: Error) => this.options.logger.error({ err: error }, 'Round'));
    return this.running;
  }

  private async allTenants(): Promise<void> {
    for (const { id } of await this.tenancy.listActive()) {
      if (this.stopped) return;
      try {
        await this.options.work(id);
      } catch (error) {
        this.options.logger.error({ err: error, tenantId: id }, 'Tenant');
      }
    }
  }
}
