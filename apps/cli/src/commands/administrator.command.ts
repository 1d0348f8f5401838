import { openDataSource } from '@shucu/database';
import { recoverAdministrator } from '@shucu/identity';
import { readEnvironment } from '@shucu/kernel';
import { ENTITIES } from '@shucu/platform';
import type { Command } from 'commander';
import { environmentOfCommand } from '../local-installation.js';
import { loginArgument } from './login.argument.js';
import { ownerUrlOf } from './owner-url.js';

/** `shucu administrator recover`: a way in for a security administrator whom nobody else could let in. */
export function registerAdministratorCommands(program: Command): void {
  const administrator = program.command('administrator').description('security administrators of the tenants');
  administrator
    .command('recover')
    .argument('<tenant>', 'public code of the tenant, e.g. gansu, or platform')
    .argument('<login>', 'login of the administrator', loginArgument)
    .description(
      'take away a lost second factor and show a link to set a password by (MIGRATION_DATABASE_URL owns the schema)',
    )
    .action(async (tenant: string, login: string) => {
      const url = ownerUrlOf(readEnvironment(await environmentOfCommand()));
      const owner = await openDataSource({ url, name: 'shucu-administrator', poolSize: 1, entities: ENTITIES });
      try {
        const { token, expiresAt } = await recoverAdministrator(owner, tenant, login);
        process.stdout.write(`/t/${tenant}/link#${token} (shown this once, good until ${expiresAt.toISOString()})\n`);
      } finally {
        await owner.destroy();
      }
    });
}
