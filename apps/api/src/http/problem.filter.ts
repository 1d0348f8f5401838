import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { AppError, type ErrorKind, type Language } from '@shucu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unsupported: 415,
  invalid: 422,
  unavailable: 503,
};

/** Turns every error into problem+json (RFC 9457) in the caller's language; an unexpected one says nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const language: Language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
    const refusal = asRefusal(error);
    if (!refusal) {
      this.logger.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'Unexpected error');
      const title = language === 'en' ? 'Internal error' : '系统内部错误，请稍后重试';
      this.send(reply, 500, { code: 'internal', title, requestId: request.id });
      return;
    }
    const errors = refusal.faults.map(({ field, rule, message, en }) => ({
      field,
      rule,
      message: language === 'en' ? (en ?? message) : message,
    }));
    this.send(reply, STATUS[refusal.kind], {
      code: refusal.code,
      title: refusal.sentence(language),
      requestId: request.id,
      ...(errors.length > 0 && { errors }),
    });
  }

  private send(reply: FastifyReply, status: number, problem: { code: string } & Record<string, unknown>): void {
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send({ type: `urn:shucu:error:${problem.code}`, status, ...problem });
  }
}

/** The refusal behind an error, also where the framework refused first; nothing where the error is a fault of ours. */
function asRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown })?.statusCode;
  switch (status) {
    case 404:
      return new AppError('resource.notFound');
    case 413:
      return new AppError('request.tooLarge', { limit: '1 MiB' });
    case 415:
      return new AppError('request.unsupported');
    case 400:
      return new AppError('request.malformed', { reason: error instanceof Error ? error.message : '' });
    default:
      return null;
  }
}
