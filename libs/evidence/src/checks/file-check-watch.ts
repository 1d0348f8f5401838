import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OutboxService } from '@shucu/jobs';
import { AuditContext, TenancyService, TenantRounds } from '@shucu/tenancy';
import { CHECK_FILES } from './file-checks.jobs.js';
import { takeDueCheck } from './file-checks.repository.js';

const EVERY_MS = 60_000;

/**
 * Asks the database every minute whose files are due to be checked; what is due, and that it was asked for, is one transaction.
 * Nothing depends on a timer having fired or on how many workers there are.
 */
@Injectable()
export class FileCheckWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds: TenantRounds;

  constructor(
    private readonly tenancy: TenancyService,
    private readonly outbox: OutboxService,
  ) {
    this.rounds = new TenantRounds(tenancy, {
      everyMs: EVERY_MS,
      logger: new Logger('Files'),
      work: (tenantId) => AuditContext.run({ action: CHECK_FILES.name }, () => this.order(tenantId)),
    });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  private order(tenantId: string): Promise<void> {
    return this.tenancy.transaction(tenantId, async (manager) => {
      if (await takeDueCheck(manager, tenantId)) await this.outbox.enqueue(CHECK_FILES, {});
    });
  }
}
