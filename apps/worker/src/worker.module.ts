import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsWorkerModule } from '@shucu/applications';
import { AuditModule } from '@shucu/audit';
import { ChangesWorkerModule } from '@shucu/changes';
import { dataSourceOptions } from '@shucu/database';
import { DeadlinesWorkerModule } from '@shucu/deadlines';
import { DocumentsModule } from '@shucu/documents';
import { EvidenceWorkerModule } from '@shucu/evidence';
import { FilesModule } from '@shucu/files';
import { JobsModule, type JobsTiming } from '@shucu/jobs';
import type { Environment } from '@shucu/kernel';
import { NoticesWorkerModule } from '@shucu/notices';
import { NotificationsWorkerModule } from '@shucu/notifications';
import { ENTITIES, JOBS, PLUGINS } from '@shucu/platform';
import { PluginHostModule } from '@shucu/plugin-host';
import { RatingsWorkerModule, RuleSetPreviewsWorkerModule } from '@shucu/ratings';
import { ReportsWorkerModule } from '@shucu/reports';
import { ReviewsWorkerModule } from '@shucu/reviews';
import { RevocationsWorkerModule } from '@shucu/revocations';
import { TenancyModule } from '@shucu/tenancy';
import { TenantsWorkerModule } from '@shucu/tenants';
import { WorkflowModule } from '@shucu/workflow';

export interface WorkerSettings {
  /** Module URLs of category plugins. */
  readonly plugins?: readonly string[];
  /** How soon lost or killed jobs are taken up again. */
  readonly timing?: Partial<JobsTiming>;
}

/** The background side of the platform. Modules end in reverse order: the jobs first, what they use after them, the database last. */
@Module({})
export class WorkerModule {
  static forRoot(environment: Environment, { plugins = PLUGINS, timing }: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRoot(
          dataSourceOptions({
            url: environment.DATABASE_URL,
            poolSize: environment.DATABASE_POOL_SIZE,
            name: 'shucu-worker',
            entities: ENTITIES,
          }),
        ),
        TenancyModule,
        WorkflowModule,
        AuditModule.forWorker({
          sealsDirectory: environment.AUDIT_SEALS_DIR,
          signingKeyFile: environment.AUDIT_SIGNING_KEY_FILE,
          sealSeconds: environment.AUDIT_SEAL_SECONDS,
        }),
        FilesModule.forRoot(environment),
        PluginHostModule.forRoot({ plugins }),
        DocumentsModule.forWorker({ fontsDirectory: environment.SHUCU_FONTS_DIR }),
        RatingsWorkerModule,
        RevocationsWorkerModule,
        RuleSetPreviewsWorkerModule,
        TenantsWorkerModule,
        NotificationsWorkerModule.forRoot({ smtpUrl: environment.SMTP_URL, from: environment.SMTP_FROM }),
        DeadlinesWorkerModule.forRoot({ seconds: environment.DEADLINE_SECONDS }),
        EvidenceWorkerModule,
        ApplicationsWorkerModule,
        ReviewsWorkerModule,
        NoticesWorkerModule,
        ReportsWorkerModule.forRoot({ seconds: environment.DEADLINE_SECONDS }),
        ChangesWorkerModule,
        JobsModule.forWorker({
          jobs: JOBS,
          useFactory: () => ({
            databaseUrl: environment.DATABASE_URL,
            redisUrl: environment.REDIS_URL,
            concurrency: environment.WORKER_CONCURRENCY,
            ...(timing && { timing }),
          }),
        }),
      ],
    };
  }
}
