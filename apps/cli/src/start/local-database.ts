import { join } from 'node:path';
import { openDataSource, startEmbeddedPostgres } from '@shucu/database';
import { type LocalSecrets, localSecrets } from './secrets.js';

const OWNER = 'shucu_owner';
const APPLICATION = 'shucu_app';
const DATABASE = 'shucu';

/** The database of this installation, by its two roles. */
export interface LocalDatabase {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  stop(): Promise<void>;
}

/**
 * The server named by DATABASE_URL, or an embedded PostgreSQL whose data stay in the data directory. Where only one URL is
 * given it is the owner's, and the application gets a role of its own, made by the migration.
 */
export async function localDatabase(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<LocalDatabase> {
  const secrets = await localSecrets(dataDirectory);
  const { DATABASE_URL: given, MIGRATION_DATABASE_URL: owner } = environment;
  if (given) {
    return {
      ownerUrl: owner || given,
      applicationUrl: owner ? given : withLogin(given, APPLICATION, secrets.application),
      stop: async () => undefined,
    };
  }
  const server = await startEmbeddedPostgres({
    dataDirectory: join(dataDirectory, 'postgres'),
    password: secrets.superuser,
    signal,
  });
  try {
    await createDatabase(server.url, secrets);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const ownerUrl = withLogin(new URL(`/${DATABASE}`, server.url).href, OWNER, secrets.owner);
  return { ownerUrl, applicationUrl: withLogin(ownerUrl, APPLICATION, secrets.application), stop: server.stop };
}

async function createDatabase(superuserUrl: string, secrets: LocalSecrets): Promise<void> {
  const superuser = await openDataSource({ url: superuserUrl, name: 'shucu-start', poolSize: 1 });
  try {
    // One by one: an earlier start may have been ended between the two.
    const [known] = await superuser.query<[{ owner: boolean; database: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AS owner,
              EXISTS (SELECT 1 FROM pg_database WHERE datname = $2) AS database`,
      [OWNER, DATABASE],
    );
    if (!known.owner) await superuser.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD '${secrets.owner}'`);
    if (!known.database) await superuser.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await superuser.destroy();
  }
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
