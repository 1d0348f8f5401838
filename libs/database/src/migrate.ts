import { DataSource } from 'typeorm';
import { dataSourceOptions, openDataSource } from './data-source.js';
import { MIGRATIONS } from './migrations/index.js';
import { ensureApplicationRole } from './roles.js';

/** Serialises migrations of concurrent starters; the number is only a name. */
const MIGRATION_LOCK = 7_100_128;

/** Brings the schema up to date and makes the application's role. Returns the names of what it applied. */
export async function migrate(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const gate = await openDataSource({ url: ownerUrl, name: 'shucu-migrate-gate', poolSize: 1 });
  const owner = new DataSource({
    ...dataSourceOptions({ url: ownerUrl, name: 'shucu-migrate' }),
    migrations: MIGRATIONS,
  });
  try {
    await gate.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.initialize();
    await ensureApplicationRole(owner, applicationUrl);
    return (await owner.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    if (owner.isInitialized) await owner.destroy();
    await gate.destroy();
  }
}
