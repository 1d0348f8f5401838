import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.js';
import { refusalOf } from './refusal.js';

/** Turns every error into problem+json in the caller's language; an unexpected one says nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const refusal = refusalOf(error);
    const where = { requestId: request.id, route: request.routeOptions.url };
    if (!refusal) this.logger.error({ err: error, ...where }, 'Unexpected error');
    // The platform itself should have refused first, or its database is away: the operator wants to know.
    else if (refusal.cause) this.logger.warn({ err: refusal.cause, refusal: refusal.code, ...where }, 'Refused late');
    sendProblem(request, host.switchToHttp().getResponse<FastifyReply>(), refusal);
  }
}
