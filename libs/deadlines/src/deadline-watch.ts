import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { describeFailure } from '@shucu/jobs';
import { NotificationsService } from '@shucu/notifications';
import { TenancyService, TenantContext, TenantRounds } from '@shucu/tenancy';
import { Deadline } from './deadline.entity.js';
import { DeadlineHandlers } from './deadline-handlers.js';
import { DEADLINE_PASSED, DEADLINE_REMINDER } from './deadline-messages.js';

export const DEADLINE_WATCH = Symbol('DeadlineWatchOptions');

export interface DeadlineWatchOptions {
  /** How often due rows are looked for. */
  readonly seconds: number;
}

/** How many due rows of a tenant are read at once. */
const BATCH = 200;

/**
 * The one reconciler of everything that falls due: it asks the database what is over by the database's clock, from the start of the
 * worker and every few seconds. Nothing depends on a timer having fired or on how many workers there are.
 */
@Injectable()
export class DeadlineWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Deadlines');
  private readonly rounds: TenantRounds;

  constructor(
    @Inject(DEADLINE_WATCH) { seconds }: DeadlineWatchOptions,
    private readonly tenancy: TenancyService,
    private readonly handlers: DeadlineHandlers,
    private readonly notifications: NotificationsService,
  ) {
    const work = async (tenantId: string): Promise<void> => {
      await this.passAll(tenantId);
      await this.remind(tenantId);
    };
    this.rounds = new TenantRounds(tenancy, { everyMs: seconds * 1_000, logger: this.logger, work });
  }

  onApplicationBootstrap(): void {
    this.rounds.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  private async remind(tenantId: string): Promise<void> {
    const due = await this.tenancy.transaction(tenantId, (manager) =>
      manager.query<{ deadlineId: string; daysBefore: number }[]>(
        `SELECT deadline_id AS "deadlineId", days_before AS "daysBefore" FROM deadline_reminder
         WHERE tenant_id = $1 AND sent_at IS NULL AND remind_on <= statutory_today() ORDER BY remind_on LIMIT ${BATCH}`,
        [tenantId],
      ),
    );
    for (const { deadlineId, daysBefore } of due) {
      await this.tenancy
        .transaction(tenantId, () => this.remindOnce(deadlineId, daysBefore))
        .catch((error: unknown) => this.logger.error({ err: error, tenantId, deadlineId }, 'Reminder'));
    }
  }

  private async remindOnce(deadlineId: string, daysBefore: number): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const [marked] = await manager.query<[{ days: number }[], number]>(
      `UPDATE deadline_reminder SET sent_at = statutory_now()
       WHERE tenant_id = $1 AND deadline_id = $2 AND days_before = $3 AND sent_at IS NULL RETURNING days_before AS days`,
      [tenantId, deadlineId, daysBefore],
    );
    if (marked.length === 0) return;
    const deadline = await manager.findOneByOrFail(Deadline, { tenantId, id: deadlineId });
    if (deadline.state !== 'open') return;
    const [{ days }] = await manager.query<[{ days: number }]>(
      'SELECT due_on - statutory_today() AS days FROM deadline WHERE tenant_id = $1 AND id = $2',
      [tenantId, deadlineId],
    );
    if (days >= 0) await this.tell(DEADLINE_REMINDER, deadline, `${deadlineId}:${daysBefore}`, days);
  }

  private async passAll(tenantId: string): Promise<void> {
    const due = await this.tenancy.transaction(tenantId, (manager) =>
      manager.query<{ id: string }[]>(
        `SELECT id FROM deadline WHERE tenant_id = $1 AND state = 'open' AND due_at <= statutory_now()
         ORDER BY fault IS NOT NULL, due_at, id LIMIT ${BATCH}`,
        [tenantId],
      ),
    );
    for (const { id } of due) {
      if (this.rounds.isStopped) return;
      await this.pass(tenantId, id).catch((error: unknown) => this.keepFault(tenantId, id, error));
    }
  }

  /** Passes one deadline with all it brings about, or not at all; another worker at the same row is left to it. */
  private pass(tenantId: string, id: string): Promise<void> {
    return this.tenancy.transaction(tenantId, async (manager) => {
      const [locked] = await manager.query<unknown[]>(
        `SELECT 1 FROM deadline WHERE tenant_id = $1 AND id = $2 AND state = 'open' AND due_at <= statutory_now()
         FOR UPDATE SKIP LOCKED`,
        [tenantId, id],
      );
      if (!locked) return;
      await manager.update(
        Deadline,
        { tenantId, id },
        { state: 'passed', settledAt: () => 'statutory_now()', fault: null },
      );
      const deadline = await manager.findOneByOrFail(Deadline, { tenantId, id });
      const handle = this.handlers.find(deadline.kind);
      if (handle) await handle(deadline);
      else await this.tell(DEADLINE_PASSED, deadline, id, 0);
    });
  }

  private async keepFault(tenantId: string, id: string, error: unknown): Promise<void> {
    this.logger.error({ err: error, tenantId, deadlineId: id }, 'Deadline');
    await this.tenancy.transaction(tenantId, (manager) =>
      manager.update(Deadline, { tenantId, id, state: 'open' }, { fault: describeFailure(error) }),
    );
  }

  private tell(
    definition: typeof DEADLINE_REMINDER,
    { id, title, dueOn, arithmetic, holders }: Deadline,
    key: string,
    days: number,
  ): Promise<void> {
    const message = { subject: { kind: 'deadline', id }, key, params: { title, dueOn, arithmetic, days } };
    return this.notifications.send(definition, { roles: holders }, message);
  }
}
