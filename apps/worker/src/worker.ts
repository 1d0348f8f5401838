import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { assertApplicationRole, refuseSettableClock } from '@shucu/database';
import { type Environment, EnvironmentError } from '@shucu/kernel';
import { JsonLogger } from '@shucu/platform';
import { DataSource } from 'typeorm';
import { WorkerModule, type WorkerSettings } from './worker.module.js';

/** Starts the worker: it takes jobs until it is told to stop, and then finishes those it has begun. */
export async function startWorker(
  environment: Environment,
  settings: WorkerSettings = {},
): Promise<INestApplicationContext> {
  refuseSmallPool(environment);
  refuseMailWithoutSender(environment);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(environment, settings), {
    logger: new JsonLogger('worker', environment.LOG_LEVEL),
    abortOnError: false,
  });
  app.enableShutdownHooks();
  await assertApplicationRole(app.get(DataSource));
  await refuseSettableClock(app.get(DataSource), environment.NODE_ENV === 'production');
  return app;
}

/** Each job may hold a connection and the jobs library up to three more: a smaller pool would wait for itself. */
function refuseSmallPool({ DATABASE_POOL_SIZE: size, WORKER_CONCURRENCY: concurrency }: Environment): void {
  if (size >= concurrency + 3) return;
  throw new EnvironmentError(
    `Configuration: DATABASE_POOL_SIZE is ${size} (expected: at least ${concurrency + 3}, as WORKER_CONCURRENCY is ${concurrency})`,
  );
}

function refuseMailWithoutSender({ SMTP_URL, SMTP_FROM }: Environment): void {
  if (!SMTP_URL || SMTP_FROM) return;
  throw new EnvironmentError(
    'Configuration: SMTP_FROM is missing (expected, with SMTP_URL: 数促平台 <no-reply@example.gov.cn>)',
  );
}
