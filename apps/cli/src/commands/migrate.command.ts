import { APPLICATION_ROLE, migrate } from '@shucu/database';
import { migrateQueue } from '@shucu/jobs';
import { EnvironmentError, readEnvironment } from '@shucu/kernel';
import type { Command } from 'commander';

/** `shucu migrate`: schema, queue and the application's role, by the owner's URL. */
export function registerMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(
      'bring the database up to date (MIGRATION_DATABASE_URL owns the schema, DATABASE_URL is the application)',
    )
    .action(async () => {
      const { MIGRATION_DATABASE_URL, DATABASE_URL } = readEnvironment();
      if (!MIGRATION_DATABASE_URL) {
        throw new EnvironmentError(
          'Configuration: MIGRATION_DATABASE_URL is missing (expected: URL of the schema owner)',
        );
      }
      const applied = await migrateAll(MIGRATION_DATABASE_URL, DATABASE_URL);
      process.stdout.write(`${applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date'}\n`);
    });
}

/** Schema and application role, and the queue's schema, also where the queue is on Redis today: it may not be tomorrow. */
export async function migrateAll(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const applied = await migrate(ownerUrl, applicationUrl);
  await migrateQueue(ownerUrl, APPLICATION_ROLE);
  return applied;
}
