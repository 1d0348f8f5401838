import { AppError, type ErrorKind, type Language } from '@shucu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

const STATUS: Record<ErrorKind, number> = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  notAllowed: 405,
  timeout: 408,
  conflict: 409,
  precondition: 412,
  tooLarge: 413,
  urlTooLong: 414,
  unsupported: 415,
  invalid: 422,
  tooMany: 429,
  headersTooLarge: 431,
  unavailable: 503,
};

/** Media type of every error (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** What every error looks like. */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** Answers with the refusal in the caller's language; without one, that something inside went wrong and no more. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: AppError | null): void {
  const language: Language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
  const problem = newProblem(refusal, language);
  // Not Basic, at which a browser would ask for a password.
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (refusal?.kind === 'tooMany') void reply.header('retry-after', refusal.params['seconds'] ?? 60);
  void reply
    .status(problem.status)
    .header('content-type', `${PROBLEM_TYPE}; charset=utf-8`)
    .send({ ...problem, requestId: request.id });
}

/** The problem that a refusal is; without one, the unexpected. */
export function newProblem(refusal: AppError | null, language: Language) {
  const { status, ...problem } = refusal ? describe(refusal, language) : internal(language);
  return { type: `urn:shucu:error:${problem.code}`, status, ...problem };
}

function describe(refusal: AppError, language: Language) {
  const errors = refusal.faults.map(({ field, rule, message, en }) => ({
    field,
    rule,
    message: language === 'en' ? (en ?? message) : message,
  }));
  return {
    status: STATUS[refusal.kind],
    code: refusal.code,
    title: refusal.sentence(language),
    ...(errors.length > 0 && { errors }),
  };
}

function internal(language: Language) {
  const title = language === 'en' ? 'Internal error' : '系统内部错误，请稍后重试';
  return { status: 500, code: 'internal', title };
}
