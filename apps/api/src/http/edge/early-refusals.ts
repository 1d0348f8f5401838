import type { Socket } from 'node:net';
import { AppError } from '@shucu/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newProblem, PROBLEM_TYPE, sendProblem } from '../problem.js';
import { refusalOf } from '../refusal.js';
import { logRequest } from './request-log.js';

/** Answers what Fastify refuses before any route and hook, such as a malformed URL. */
export function answerFrameworkError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, refusalOf(error));
  logRequest(request, reply);
}

/** Answers what Node refuses before there is a request: headers that are too large, too slow or no HTTP. */
export function answerClientError(headers: Record<string, string>) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code !== 'ECONNRESET' && socket.writable) {
      const { status, ...problem } = newProblem(meaningOf(error), 'zh');
      const body = JSON.stringify({ status, ...problem });
      const lines = Object.entries({
        ...headers,
        'content-type': `${PROBLEM_TYPE}; charset=utf-8`,
        'content-length': Buffer.byteLength(body),
        connection: 'close',
      }).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 ${status} \r\n${lines.join('')}\r\n${body}`);
    }
    socket.destroySoon();
  };
}

function meaningOf({ code }: NodeJS.ErrnoException): AppError {
  if (code === 'HPE_HEADER_OVERFLOW') return new AppError('request.headersTooLarge', { limit: '16 KiB' });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new AppError('request.timeout');
  return new AppError('request.malformed', { reason: 'HTTP' });
}
