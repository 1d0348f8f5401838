import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';

/** Nest's log lines as pino JSON on standard output; credentials are cut out. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(name: string, level: string) {
    this.pino = pino({
      name,
      level,
      base: { app: name },
      redact: { paths: ['*.authorization', '*.password', '*.token', 'err.parameters', 'err.query'], remove: true },
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest passes the message (or an object of fields), further arguments, and the context last. */
  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? String(rest.at(-1)) : undefined;
    if (message instanceof Error) this.pino[level]({ context, err: message });
    else if (typeof message === 'object') this.pino[level]({ context, ...message }, String(rest[0] ?? ''));
    else this.pino[level]({ context }, String(message));
  }
}
