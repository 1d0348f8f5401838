import { type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { dataSourceOptions } from '@shucu/database';
import { TenancyModule, Tenant } from '@shucu/tenancy';
import type { JobDefinition } from '../job-definition.js';
import { JobsModule } from '../jobs.module.js';
import type { JobsOptions } from '../jobs.options.js';

/** Impatient enough for tests. */
const TEST_TIMING = { pollMs: 300, reconcileMs: 200, staleAfterMs: 300, lockMs: 1_000, stalledMs: 400 };

export interface WorkerAppSettings extends Partial<JobsOptions> {
  readonly databaseUrl: string;
  readonly jobs: readonly JobDefinition[];
  readonly handlers: readonly Type[];
}

/** A worker with these jobs, whose handlers are in the given classes. */
export async function startWorkerApp({
  jobs,
  handlers,
  ...options
}: WorkerAppSettings): Promise<INestApplicationContext> {
  const source = dataSourceOptions({ url: options.databaseUrl, name: 'jobs-test', poolSize: 8, entities: [Tenant] });
  @Module({
    imports: [
      TypeOrmModule.forRoot({ ...source, retryAttempts: 0 }),
      TenancyModule,
      JobsModule.forWorker({ jobs, useFactory: () => ({ concurrency: 4, timing: TEST_TIMING, ...options }) }),
    ],
    providers: [...handlers],
  })
  class WorkerApp {}
  return NestFactory.createApplicationContext(WorkerApp, { logger: false, abortOnError: false });
}
