import 'reflect-metadata';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertApplicationRole, refuseSettableClock } from '@shucu/database';
import { type Environment, newId, publicUrlOf } from '@shucu/kernel';
import { JsonLogger, PLUGINS } from '@shucu/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { ApiModule } from './api.module.js';
import { answerClientError, answerFrameworkError } from './http/edge/early-refusals.js';
import { BODY_LIMIT, takeJsonOnly } from './http/edge/json-body.js';
import { takePieces } from './http/edge/piece-body.js';
import { RateLimits } from './http/edge/rate-limits.js';
import { HEADER_LIMIT, limitRequests } from './http/edge/request-limits.js';
import { logRequests } from './http/edge/request-log.js';
import { securityHeaders, sendSecurityHeaders } from './http/edge/security-headers.js';
import { endSilentConnections } from './http/edge/silent-connections.js';
import { serveOpenApi } from './openapi.js';

/**
 * Builds the api without listening: JSON bodies up to 1 MiB, pieces of files where an endpoint takes them and nothing else, every
 * request with an id, and before any endpoint what the edge refuses. `plugins` are module URLs of category plugins.
 */
export async function createApi(
  environment: Environment,
  plugins: readonly string[] = PLUGINS,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(environment, plugins),
    newAdapter(environment),
    {
      logger: new JsonLogger('api', environment.LOG_LEVEL),
      abortOnError: false,
      // Ours is enough; Nest would add parsers of its own.
      bodyParser: false,
    },
  );
  await guardEdge(app, publicUrlOf(environment));
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready'] });
  app.enableShutdownHooks();
  await assertApplicationRole(app.get(DataSource));
  await refuseSettableClock(app.get(DataSource), environment.NODE_ENV === 'production');
  serveOpenApi(app);
  return app;
}

function newAdapter(environment: Environment): FastifyAdapter {
  const headers = securityHeaders(publicUrlOf(environment));
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    genReqId: newId,
    requestTimeout: 60_000,
    trustProxy: environment.TRUST_PROXY ?? false,
    http: { maxHeaderSize: HEADER_LIMIT },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerFrameworkError(error, request, reply.headers(headers)),
    clientErrorHandler: answerClientError(headers),
  });
}

/** In this order: what is refused is still written down and answered with the headers of every answer. */
async function guardEdge(app: NestFastifyApplication, publicUrl: URL): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  logRequests(fastify);
  endSilentConnections(fastify);
  takeJsonOnly(fastify);
  takePieces(fastify);
  sendSecurityHeaders(fastify, publicUrl);
  app.get(RateLimits).watch(fastify);
  limitRequests(fastify);
  await fastify.register(cookie);
}
