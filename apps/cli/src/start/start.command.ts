import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { environmentSchema, readVariables } from '@shucu/kernel';
import type { Command } from 'commander';
import { z } from 'zod';
import { localDataDirectory, prepareDirectory } from '../local-installation.js';
import { bringUp } from './bring-up.js';
import { type LocalDatabase, localDatabase } from './local-database.js';
import { Processes } from './processes.js';

/** Of the environment, what the start itself needs; the database it may bring along, the rest is for api and worker. */
const startSchema = environmentSchema
  .pick({ HOST: true, PORT: true, MIGRATION_DATABASE_URL: true, REDIS_URL: true, LOG_LEVEL: true })
  .extend({ DATABASE_URL: environmentSchema.shape.DATABASE_URL.optional().or(z.literal('')) });

/** How long a step that is under way may take to notice that everything stops. */
const GRACE_MS = 3_000;

/** A signal sooner than this after the first is the same Ctrl-C: the terminal sends it, and npm passes it on as well. */
const ECHO_MS = 1_000;

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
  await prepareDirectory('SHUCU_DATA_DIR', dataDirectory);
  await refuseOccupied(port, host);
  const stopping = new AbortController();
  const { signal } = stopping;
  const logs = resolve(dataDirectory, 'logs');
  const processes = new Processes(logs, (name) => {
    process.exitCode = 1;
    say(`${name} ended unexpectedly: see ${resolve(logs, `${name}.log`)}`);
    stopping.abort();
  });
  stopOnSignals(stopping, processes);
  let database: LocalDatabase | undefined;
  try {
    say(process.env['DATABASE_URL'] ? 'using the PostgreSQL of DATABASE_URL …' : 'starting the embedded PostgreSQL …');
    database = await localDatabase(dataDirectory, process.env, signal);
    signal.throwIfAborted();
    const work = bringUp(database, processes, { dataDirectory, host, port, signal, say });
    await untilStopped(work, processes, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await processes.stop();
    await database?.stop();
  }
  // A statement under way on somebody else's server must not hold up who wants to leave.
  process.exit();
}

/** The first signal stops everything in order, a second one at once. */
function stopOnSignals(stopping: AbortController, processes: Processes): void {
  let first = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (first === 0) {
        first = Date.now();
        say('stopping …');
        stopping.abort();
      } else if (Date.now() - first > ECHO_MS) {
        processes.kill();
        process.exit(130);
      }
    });
  }
}

/** Waits for the signal, stops the apps, and gives work under way a moment, so that it does not meet a stopped database. */
async function untilStopped(work: Promise<void>, processes: Processes, signal: AbortSignal): Promise<void> {
  const stopped = once(signal, 'abort');
  await Promise.race([stopped, work.then(() => stopped)]);
  await processes.stop();
  const settled = work.catch(() => undefined);
  await Promise.race([settled, pause(GRACE_MS)]);
}

/** An occupied port is found before anything else is started. */
async function refuseOccupied(port: number, host: string): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
