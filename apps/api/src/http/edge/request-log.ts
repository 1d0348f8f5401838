import { Logger } from '@nestjs/common';
import type { Actor } from '@shucu/permissions';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const logger = new Logger('Request');

/** Names the request in every answer, so that whoever complains can say which one it was; the audit log has it too. */
const REQUEST_ID_HEADER = 'x-request-id';

/**
 * Writes one line a request: which route by its pattern, how it ended, how long it took in ms, from where and by whom. Never
 * the URL itself, which may carry the secret of a link or what somebody searched for; which rows it was about is in the audit
 * log. What a supervisor asks all the time is told to those who debug.
 */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header(REQUEST_ID_HEADER, request.id);
  });
  fastify.addHook('onResponse', async (request, reply) => logRequest(request, reply));
}

/** The line of one request. */
export function logRequest(request: FastifyRequest & { actor?: Actor }, reply: FastifyReply): void {
  const { actor } = request;
  const line = {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    address: request.ip,
    tenantId: actor?.tenantId,
    accountId: actor?.accountId,
  };
  if (request.routeOptions.config.limit === 'none') logger.debug(line, 'request');
  else logger.log(line, 'request');
}
