import { resolve } from 'node:path';
import { migrateAll } from '../commands/migrate.command.js';
import { prepareDirectory, rememberRunning } from '../local-installation.js';
import { seedDemonstration } from './demonstration.js';
import { playStory } from './demonstration-story.js';
import type { LocalDatabase } from './local-database.js';
import { showOperators } from './logins.js';
import type { Processes } from './processes.js';
import { localSecrets, localSigningKey } from './secrets.js';
import { showProvince } from './summary.js';

/** Where the system comes up, and the signal that ends its coming up. */
export interface BringUpSettings {
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
  readonly say: (sentence: string) => void;
}

/** Schema, demonstration, worker and api, then the year of each province; nothing more is started once the signal aborts. */
export async function bringUp(
  database: LocalDatabase,
  processes: Processes,
  { dataDirectory, host, port, signal, say }: BringUpSettings,
): Promise<void> {
  const {
    AUDIT_SEALS_DIR,
    AUDIT_SIGNING_KEY_FILE,
    FILES_DIR,
    NODE_ENV,
    RATE_LIMIT_PER_MINUTE,
    REDIS_URL,
    SHUCU_SECRET_KEY,
  } = process.env;
  const { privateKey, publicKey } = await localSigningKey(dataDirectory);
  const environment = {
    ...process.env,
    NODE_ENV: NODE_ENV || 'development',
    DATABASE_URL: database.applicationUrl,
    MIGRATION_DATABASE_URL: '',
    FILES_DIR: FILES_DIR || resolve(dataDirectory, 'files'),
    SHUCU_SECRET_KEY: SHUCU_SECRET_KEY || (await localSecrets(dataDirectory)).secretKey,
    AUDIT_SIGNING_KEY_FILE: AUDIT_SIGNING_KEY_FILE || publicKey,
    AUDIT_SEALS_DIR: AUDIT_SEALS_DIR || resolve(dataDirectory, 'audit-seals'),
    // The story's people all call from this machine.
    RATE_LIMIT_PER_MINUTE: RATE_LIMIT_PER_MINUTE || '6000',
    HOST: host,
    PORT: String(port),
  };
  await prepareDirectory('FILES_DIR', environment.FILES_DIR);
  await prepareDirectory('AUDIT_SEALS_DIR', environment.AUDIT_SEALS_DIR);
  await migrateAll(database.ownerUrl, database.applicationUrl);
  signal.throwIfAborted();
  const { provinces, operators } = await seedDemonstration(database.ownerUrl, say, signal);
  signal.throwIfAborted();
  await rememberRunning(dataDirectory, environment);
  say(`starting worker and api (queue: ${REDIS_URL ? 'Redis' : 'PostgreSQL'}) …`);
  await processes.start('worker', { ...environment, AUDIT_SIGNING_KEY_FILE: AUDIT_SIGNING_KEY_FILE || privateKey });
  const url = (await processes.start('api', environment)).replace('[::1]', '127.0.0.1');
  for (const province of provinces) {
    await playStory(province, { place: { url, signal }, ownerUrl: database.ownerUrl, say });
  }
  for (const province of provinces) await showProvince(province, { url, directory: dataDirectory, say, signal });
  showOperators(operators, say);
  say(`\napi ${url}/api/v1 · docs ${url}/api/docs · OpenAPI ${url}/api/openapi.json · Ctrl-C stops everything`);
}
