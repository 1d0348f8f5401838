import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { environmentSchema, readVariables } from '@shucu/kernel';
import type { Command } from 'commander';
import { z } from 'zod';
import { migrateAll } from '../commands/migrate.command.js';
import { localDataDirectory, rememberRunning } from '../local-installation.js';
import { seedDemonstration } from './demonstration.js';
import { type LocalDatabase, localDatabase } from './local-database.js';
import { Processes } from './processes.js';
import { showProvince } from './summary.js';

/** Of the environment, what the start itself needs; the database it may bring along, the rest is for api and worker. */
const startSchema = environmentSchema
  .pick({ HOST: true, PORT: true, MIGRATION_DATABASE_URL: true, REDIS_URL: true, LOG_LEVEL: true })
  .extend({ DATABASE_URL: environmentSchema.shape.DATABASE_URL.optional().or(z.literal('')) });

const say = (sentence: string): void => {
  process.stdout.write(`${sentence}\n`);
};

/** `shucu start` (npm start): everything on one machine, with the demonstration; stays up until Ctrl-C. */
export function registerStartCommand(program: Command): void {
  program.command('start').description('database, api, worker and the demonstration, on this machine').action(start);
}

async function start(): Promise<void> {
  const { HOST: host, PORT: port } = readVariables(startSchema, process.env);
  const dataDirectory = localDataDirectory();
  await refuseOccupied(port, host);
  let ended: (reason: string) => void = () => undefined;
  const end = new Promise<string>((resolveEnd) => {
    ended = resolveEnd;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ended('stopping …'));
  const processes = new Processes(resolve(dataDirectory, 'logs'), (name) => {
    process.exitCode = 1;
    ended(`${name} ended unexpectedly: see ${resolve(dataDirectory, 'logs', `${name}.log`)}`);
  });
  let database: LocalDatabase | undefined;
  try {
    say(process.env['DATABASE_URL'] ? 'using the PostgreSQL of DATABASE_URL …' : 'starting the embedded PostgreSQL …');
    database = await localDatabase(dataDirectory, process.env);
    const work = demonstrate(database, processes, { dataDirectory, host, port });
    const reason = await Promise.race([end, work.then(() => end)]);
    say(reason);
  } finally {
    await processes.stop();
    await database?.stop();
  }
}

async function demonstrate(
  database: LocalDatabase,
  processes: Processes,
  { dataDirectory, host, port }: { dataDirectory: string; host: string; port: number },
): Promise<void> {
  const { REDIS_URL } = process.env;
  await migrateAll(database.ownerUrl, database.applicationUrl);
  const provinces = await seedDemonstration(database.ownerUrl, say);
  const environment = {
    ...process.env,
    NODE_ENV: process.env['NODE_ENV'] || 'development',
    DATABASE_URL: database.applicationUrl,
    MIGRATION_DATABASE_URL: '',
    FILES_DIR: process.env['FILES_DIR'] || resolve(dataDirectory, 'files'),
    HOST: host,
    PORT: String(port),
  };
  await rememberRunning(dataDirectory, { DATABASE_URL: environment.DATABASE_URL, FILES_DIR: environment.FILES_DIR });
  say(`starting worker and api (queue: ${REDIS_URL ? 'Redis' : 'PostgreSQL'}) …`);
  await processes.start('worker', environment);
  const url = (await processes.start('api', environment)).replace('[::1]', '127.0.0.1');
  for (const province of provinces) await showProvince(province, url, dataDirectory, say);
  say(`\napi ${url}/api/v1 · docs ${url}/api/docs · OpenAPI ${url}/api/openapi.json · Ctrl-C stops everything`);
}

/** An occupied port is found before anything else is started. */
async function refuseOccupied(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
