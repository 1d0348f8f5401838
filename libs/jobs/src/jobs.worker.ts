import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { TenancyService } from '@shucu/tenancy';
import { ActiveTenants } from './active-tenants.js';
import { JobConsumer } from './job-consumer.js';
import { JobHandlers } from './job-handlers.js';
import { DEFAULT_TIMING, JOBS_OPTIONS, type JobsOptions, type JobsTiming } from './jobs.options.js';
import { OutboxListener } from './outbox-listener.js';
import { OutboxRelay } from './outbox-relay.js';
import { openQueue } from './queue.backend.js';
import type { JobQueue, QueueWorker } from './queue.js';

/** Relays outboxes and does jobs from the start of the application to its end. */
@Injectable()
export class JobsWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Jobs');
  private readonly timing: JobsTiming;
  private queue: JobQueue | undefined;
  private relay: OutboxRelay | undefined;
  private listener: OutboxListener | undefined;
  private worker: QueueWorker | undefined;
  private timers: NodeJS.Timeout[] = [];
  private readonly tended = new Set<Promise<void>>();

  constructor(
    @Inject(JOBS_OPTIONS) private readonly options: JobsOptions,
    private readonly tenancy: TenancyService,
    private readonly tenants: ActiveTenants,
    private readonly handlers: JobHandlers,
    private readonly consumer: JobConsumer,
  ) {
    this.timing = { ...DEFAULT_TIMING, ...options.timing };
  }

  /** Throws where the queue cannot be used. */
  async onApplicationBootstrap(): Promise<void> {
    const { timing } = this;
    const queue = await openQueue(this.options, this.report('Queue'));
    const relay = new OutboxRelay(this.tenancy, this.tenants, this.handlers, queue, timing);
    this.queue = queue;
    this.relay = relay;
    this.worker = queue.work((job) => this.consumer.consume(job), {
      concurrency: this.options.concurrency,
      lockMs: timing.lockMs,
      stalledMs: timing.stalledMs,
      onError: this.report('Worker'),
      onGivenUp: (job) => this.tend('Worker', () => this.consumer.giveUp(job)),
    });
    this.listener = new OutboxListener({
      databaseUrl: this.options.databaseUrl,
      onTenant: (tenantId) => relay.wake(tenantId),
      onConnected: () => this.tend('Relay', () => relay.sweep()),
      onError: this.report('Listener'),
    });
    this.timers = [
      setInterval(() => this.tend('Relay', () => relay.sweep()), timing.pollMs),
      setInterval(() => this.tend('Reconciler', () => relay.reconcile()), timing.reconcileMs),
    ];
    await this.listener.start();
  }

  /**
   * Takes no further job, lets the running ones finish, then closes the queue. This hook runs before any data source is
   * closed (those close at `onApplicationShutdown`), so no job loses its connection.
   */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.listener?.stop();
    await this.relay?.stop();
    await this.worker?.close();
    await Promise.all(this.tended);
    await this.queue?.close();
  }

  /** Runs what nobody waits for, except the end of this worker. */
  private tend(who: string, work: () => Promise<void>): void {
    const tended = work()
      .catch(this.report(who))
      .finally(() => this.tended.delete(tended));
    this.tended.add(tended);
  }

  private report(who: string): (error: Error) => void {
    return (err) => this.logger.error({ err }, who);
  }
}
