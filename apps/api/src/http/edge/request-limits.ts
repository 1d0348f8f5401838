import { AppError } from '@shucu/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isForbiddenName } from './json-body.js';
import { KnownPaths } from './known-paths.js';

/** The most that Node reads of the URL and the headers of one request, in bytes. */
export const HEADER_LIMIT = 16 * 1024;

const URL_LIMIT = 4_096;
const PARAMETER_LIMIT = 50;

/**
 * Refuses what no client of ours sends: a URL beyond 4096 characters, a method that the path does not have, more than 50 query
 * parameters, and such that reach for prototypes. Call it before any route is there.
 */
export function limitRequests(fastify: FastifyInstance): void {
  const paths = new KnownPaths();
  fastify.addHook('onRoute', ({ method, url }) => paths.add(method, url));
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.length > URL_LIMIT) throw new AppError('request.urlTooLong', { limit: URL_LIMIT });
    if (request.is404) refuseMethod(paths, request, reply);
    checkParameters(request);
  });
}

function refuseMethod(paths: KnownPaths, { url }: FastifyRequest, reply: FastifyReply): void {
  const allowed = paths.methodsOf(url.replace(/\?.*$/s, '')).join(', ');
  if (!allowed) return;
  void reply.header('allow', allowed);
  throw new AppError('request.methodNotAllowed', { allowed });
}

function checkParameters({ query }: FastifyRequest): void {
  const names = Object.keys(query as object);
  if (names.length > PARAMETER_LIMIT) throw new AppError('request.tooManyParameters', { limit: PARAMETER_LIMIT });
  if (names.some(isForbiddenName)) throw new AppError('request.forbiddenName');
}
