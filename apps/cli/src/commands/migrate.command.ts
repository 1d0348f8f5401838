import { APPLICATION_ROLE, migrate } from '@shucu/database';
import { migrateQueue } from '@shucu/jobs';
import { readEnvironment } from '@shucu/kernel';
import type { Command } from 'commander';
import { ownerUrlOf } from './owner-url.js';

/** `shucu migrate`: schema, queue and the application's role, by the owner's URL. */
export function registerMigrateCommand(program: Command): void {
  program
    .command('migrate')
    .description(
      'bring the database up to date (MIGRATION_DATABASE_URL owns the schema, DATABASE_URL is the application)',
    )
    .action(async () => {
      const environment = readEnvironment();
      const applied = await migrateAll(ownerUrlOf(environment), environment.DATABASE_URL);
      process.stdout.write(`${applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date'}\n`);
    });
}

/** Schema and application role, and the queue's schema, also where the queue is on Redis today: it may not be tomorrow. */
export async function migrateAll(ownerUrl: string, applicationUrl: string): Promise<string[]> {
  const applied = await migrate(ownerUrl, applicationUrl);
  await migrateQueue(ownerUrl, APPLICATION_ROLE);
  return applied;
}
