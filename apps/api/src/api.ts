import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertApplicationRole } from '@shucu/database';
import { type Environment, newId } from '@shucu/kernel';
import { JsonLogger, PLUGINS } from '@shucu/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { ApiModule } from './api.module.js';
import { sendProblem } from './http/problem.js';
import { refusalOf } from './http/refusal.js';
import { serveOpenApi } from './openapi.js';

const BODY_LIMIT = 1024 * 1024;

/**
 * Builds the api without listening: JSON bodies up to 1 MiB and no others, prototype poisoning refused, every request with an
 * id. `plugins` are module URLs of category plugins.
 */
export async function createApi(
  environment: Environment,
  plugins: readonly string[] = PLUGINS,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: newId,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    requestTimeout: 60_000,
    // What Fastify refuses before any route, such as a malformed URL.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, refusalOf(error)),
  });
  adapter.getInstance().removeContentTypeParser('text/plain');
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(environment, plugins), adapter, {
    logger: new JsonLogger('api', environment.LOG_LEVEL),
    abortOnError: false,
    // Fastify's own parser of JSON is enough; Nest would add one of forms.
    bodyParser: false,
  });
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableShutdownHooks();
  await assertApplicationRole(app.get(DataSource));
  serveOpenApi(app);
  return app;
}
