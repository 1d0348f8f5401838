import { DatabaseRoleError, EmbeddedPostgresError, StatutoryClockError } from '@shucu/database';
import { QueueUnavailableError } from '@shucu/jobs';
import { AppError, EnvironmentError } from '@shucu/kernel';

/** Another process of the platform did not start; the message is its own sentence. */
export class ProcessFailed extends Error {
  override readonly name = 'ProcessFailed';
}

/** Errors whose message is the sentence for the person at the keyboard. */
const PLAIN_ERRORS = [
  AppError,
  DatabaseRoleError,
  EmbeddedPostgresError,
  EnvironmentError,
  ProcessFailed,
  QueueUnavailableError,
  StatutoryClockError,
];

/** How long a process whose parent is gone may take to end what it has begun. */
const PATIENCE_MS = 15_000;

/**
 * Starts a process of the platform; what keeps it from starting is said in one sentence, and the exit code is 1. One that was
 * forked ends with its parent, however that came about.
 */
export async function runProcess(name: string, start: () => Promise<string>): Promise<void> {
  if (process.send) process.once('disconnect', endWithoutParent);
  try {
    const ready = await start();
    process.send?.({ ready });
  } catch (error) {
    process.stderr.write(`${name}: ${startFault(error)}\n`);
    process.exit(1);
  }
}

/** Ends as upon SIGTERM, which Nest answers by closing the application. */
function endWithoutParent(): void {
  // Nobody reads the output any more: what is still written must not break the closing.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  process.kill(process.pid, 'SIGTERM');
}

/** One sentence that says what is wrong and what would be right; an error nobody foresaw keeps its stack. */
export function startFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
  if (PLAIN_ERRORS.some((kind) => error instanceof kind)) return error.message;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop what listens there, or set PORT to a free one`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${address ?? ''}: set HOST to 127.0.0.1 or to an address of this machine`;
    case 'EACCES':
    case 'EPERM':
      return `Not permitted (${error.message}): check the rights of the file or use a port above 1023`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `No such host (${error.message}): correct DATABASE_URL, REDIS_URL or HOST`;
    case 'ECONNREFUSED':
      return `Nothing answers at ${address ?? 'the server'}:${port ?? ''}: is the server of DATABASE_URL or REDIS_URL running?`;
    case '28P01':
    case '28000':
      return `PostgreSQL refused the login: check user and password of DATABASE_URL (${error.message})`;
    case '3D000':
      return `${error.message}: create the database or correct DATABASE_URL`;
    case '42P01':
      return `${error.message}: run "npm run shucu -- migrate" first`;
    case '42501':
      return `PostgreSQL refused (${error.message}): the schema needs the URL of the database's owner (MIGRATION_DATABASE_URL, with "npm start" alone DATABASE_URL), the application a role made by "shucu migrate"`;
    case '22P02':
      return `PostgreSQL could not read a value (${error.message}): ids are UUIDs, as the lists of the api show them`;
    default:
      return error.stack ?? error.message;
  }
}
