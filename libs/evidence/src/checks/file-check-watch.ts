import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { AuditContext, TenancyService } from '@shucu/tenancy';
import { CHECK_FILES } from './file-checks.jobs.js';
import { takeDueCheck } from './file-checks.repository.js';

const EVERY_MS = 60_000;

/**
 * Asks the database every minute whose files are due to be checked; what is due, and that it was asked for, is one transaction.
 * Nothing depends on a timer having fired or on how many workers there are.
 */
@Injectable()
export class FileCheckWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Files');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly tenancy: TenancyService,
    private readonly outbox: OutboxService,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.round(), EVERY_MS);
    void this.round();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Looks once through all active tenants; a tenant's fault is logged and stops no other. */
  round(): Promise<void> {
    this.running = this.running
      .then(() => this.allTenants())
      .catch((error: Error) => this.logger.error({ err: error }, 'Round'));
    return this.running;
  }

  private async allTenants(): Promise<void> {
    for (const { id } of await this.tenancy.listActive()) {
      if (this.isStopped) return;
      try {
        await AuditContext.run({ action: CHECK_FILES.name }, () => this.order(id));
      } catch (error) {
        this.logger.error({ err: error, tenantId: id }, 'Tenant');
      }
    }
  }

  private order(tenantId: string): Promise<void> {
    return this.tenancy.transaction(tenantId, async (manager) => {
      if (await takeDueCheck(manager, tenantId)) await this.outbox.enqueue(CHECK_FILES, {});
    });
  }
}
