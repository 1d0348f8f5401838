import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import { framesOf, loggable, withoutCredentials } from './log-fields.js';

/** Nest's log lines as pino JSON on standard output; credentials and what people sent are cut out. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(name: string, level: string) {
    // Errors come reduced already.
    this.pino = pino({ name, level, base: { app: name }, serializers: { err: (reduced: unknown) => reduced } });
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
    if (!this.pino.isLevelEnabled(level)) return;
    if (typeof message !== 'object') {
      const stack = rest.length > 1 && typeof rest[0] === 'string' ? framesOf(rest[0]) : undefined;
      this.pino[level]({ context, stack }, withoutCredentials(String(message)));
      return;
    }
    const fields = loggable(message instanceof Error ? { err: message } : message) as object;
    this.pino[level]({ context, ...fields }, withoutCredentials(message instanceof Error ? '' : String(rest[0] ?? '')));
  }
}
