import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '@shucu/audit';
import { dataSourceOptions } from '@shucu/database';
import { DocumentsModule } from '@shucu/documents';
import { FilesModule } from '@shucu/files';
import { JobsModule } from '@shucu/jobs';
import { AppError, type Environment, readEnvironment } from '@shucu/kernel';
import { ENTITIES, JsonLogger, PLUGINS } from '@shucu/platform';
import { PluginHostModule } from '@shucu/plugin-host';
import { RecomputationModule } from '@shucu/ratings';
import { TenancyModule, TenancyService } from '@shucu/tenancy';
import { WorkflowModule } from '@shucu/workflow';
import { environmentOfCommand } from './local-installation.js';

/** What the commands that look at one tenant's data need. */
@Module({})
class CliModule {
  static forRoot(environment: Environment): DynamicModule {
    return {
      module: CliModule,
      imports: [
        TypeOrmModule.forRoot(
          dataSourceOptions({ url: environment.DATABASE_URL, poolSize: 2, name: 'shucu-cli', entities: ENTITIES }),
        ),
        TenancyModule,
        WorkflowModule,
        AuditModule.forRoot({ sealsDirectory: environment.AUDIT_SEALS_DIR }),
        FilesModule.forRoot(environment),
        JobsModule.forProducer(),
        PluginHostModule.forRoot({ plugins: PLUGINS }),
        DocumentsModule.forWorker({ fontsDirectory: environment.SHUCU_FONTS_DIR }),
        RecomputationModule,
      ],
    };
  }
}

/**
 * Runs the work in a transaction of the tenant of that public code, with the platform's services at hand; without a code, of
 * each active tenant in turn until one has what the work looks for.
 */
export async function withTenant<T>(
  code: string | undefined,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment(await environmentOfCommand());
  const app = await NestFactory.createApplicationContext(CliModule.forRoot(environment), {
    logger: new JsonLogger('cli', 'error'),
    abortOnError: false,
  });
  try {
    const tenancy = app.get(TenancyService);
    const tenants = code ? [await tenancy.findActiveByCode(code)] : await tenancy.listActive();
    for (const tenant of tenants) {
      if (!tenant) continue;
      try {
        return await tenancy.transaction(tenant.id, () => work(app));
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'resource.notFound') throw error;
      }
    }
    throw new AppError('resource.notFound');
  } finally {
    await app.close();
  }
}
