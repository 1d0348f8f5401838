import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

export interface EmbeddedPostgresSettings {
  readonly dataDirectory: string;
  readonly password: string;
  /** Default: a free port of the loopback interface. */
  readonly port?: number;
  /** Further flags of the server, e.g. `-c`, `fsync=off` for tests. */
  readonly flags?: readonly string[];
  /** Aborts the start, also while the data are being made; the start then throws the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface EmbeddedPostgresServer {
  /** URL of the superuser, database `postgres`. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The server did not start: one sentence that says why and what would help. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** A port of the loopback interface that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts a real PostgreSQL that needs nothing but what npm installed; its data stay in the given directory. */
export async function startEmbeddedPostgres(settings: EmbeddedPostgresSettings): Promise<EmbeddedPostgresServer> {
  const dataDirectory = resolve(settings.dataDirectory);
  settings.signal?.throwIfAborted();
  await mkdir(dirname(dataDirectory), { recursive: true });
  await refuseUnreachable(dirname(dataDirectory));
  const port = settings.port ?? (await freePort());
  settings.signal?.throwIfAborted();
  const host = fork(
    new URL('./embedded-postgres.host.js', import.meta.url),
    [dataDirectory, String(port), ...(settings.flags ?? [])],
    {
      detached: true,
      // Not an argument: those are for everybody to see.
      env: { ...process.env, SHUCU_SUPERUSER_PASSWORD: settings.password },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
    },
  );
  const abort = (): void => void stopHost(host);
  settings.signal?.addEventListener('abort', abort, { once: true });
  const outcome = await Promise.race([
    once(host, 'message').then(([message]) => message as { ready?: true; failed?: string }),
    once(host, 'exit').then(() => ({ ready: undefined, failed: 'its process ended' })),
  ]);
  settings.signal?.removeEventListener('abort', abort);
  if (settings.signal?.aborted) {
    await stopHost(host);
    throw settings.signal.reason;
  }
  if (!outcome.ready) {
    throw new EmbeddedPostgresError(`The embedded PostgreSQL in ${dataDirectory} did not start: ${outcome.failed}`);
  }
  return {
    url: `postgres://postgres:${encodeURIComponent(settings.password)}@127.0.0.1:${port}/postgres`,
    stop: () => stopHost(host),
  };
}

async function stopHost(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null || host.signalCode !== null) return;
  const ended = once(host, 'exit');
  host.kill('SIGTERM');
  await ended;
}

/** PostgreSQL never runs as root: under root it runs as another user, who must be able to reach the directory. */
async function refuseUnreachable(directory: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  for (let at = directory; at !== dirname(at); at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) {
      throw new EmbeddedPostgresError(
        `PostgreSQL runs as user "postgres", who may not enter ${at}: set SHUCU_DATA_DIR to a directory that others can reach`,
      );
    }
  }
}
