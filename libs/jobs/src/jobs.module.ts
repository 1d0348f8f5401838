import { type DynamicModule, Module } from '@nestjs/common';
import { ActiveTenants } from './active-tenants.js';
import { JobConsumer } from './job-consumer.js';
import { JobHandlers } from './job-handlers.js';
import { JobLedger } from './job-ledger.js';
import { JOB_MAP, JOBS_OPTIONS, type JobsWorkerSettings } from './jobs.options.js';
import { JobsWorker } from './jobs.worker.js';
import { MarkedMethodsModule } from './marked-methods.js';
import { OutboxService } from './outbox.service.js';

/** The outbox for every feature, wherever it runs. */
@Module({})
class OutboxModule {}

const outbox: DynamicModule = {
  module: OutboxModule,
  global: true,
  providers: [OutboxService],
  exports: [OutboxService],
};

/** Background work. */
@Module({})
export class JobsModule {
  /** For a process that only asks for jobs: {@link OutboxService}, and no connection to any queue. */
  static forProducer(): DynamicModule {
    return { module: JobsModule, imports: [outbox] };
  }

  /**
   * For the process that does the jobs. Import it last: modules end in reverse order, so the running jobs are waited for
   * before anything that they use ends. Needs `TenancyModule`.
   */
  static forWorker({ jobs, imports = [], inject = [], useFactory }: JobsWorkerSettings): DynamicModule {
    return {
      module: JobsModule,
      imports: [outbox, MarkedMethodsModule, ...imports],
      providers: [
        { provide: JOB_MAP, useValue: jobs },
        { provide: JOBS_OPTIONS, inject: [...inject], useFactory },
        ActiveTenants,
        JobHandlers,
        JobLedger,
        JobConsumer,
        JobsWorker,
      ],
    };
  }
}
