import { openDataSource } from '@shucu/database';
import { readEnvironment } from '@shucu/kernel';
import { createFirstOperator } from '@shucu/tenants';
import type { Command } from 'commander';
import { environmentOfCommand } from '../local-installation.js';
import { loginArgument } from './login.argument.js';
import { ownerUrlOf } from './owner-url.js';

/** `shucu operator create`: somebody who may keep tenants, before there is anybody who could invite. */
export function registerOperatorCommands(program: Command): void {
  const operator = program.command('operator').description('operators of the platform');
  operator
    .command('create')
    .argument('<login>', 'login of the new operator', loginArgument)
    .description(
      'make an operator of the platform and show the first password (MIGRATION_DATABASE_URL owns the schema)',
    )
    .option('--name <name>', 'the name that the audit log shows; by default the login')
    .action(async (login: string, { name = login }: { name?: string }) => {
      const environment = readEnvironment(await environmentOfCommand());
      const owner = await openDataSource({
        url: ownerUrlOf(environment),
        name: 'shucu-operator',
        poolSize: 1,
      });
      try {
        const password = await createFirstOperator(owner, { login, displayName: name });
        process.stdout.write(
          `${login} of tenant platform: ${password} (shown this once, to be changed at the first sign-in)\n`,
        );
      } finally {
        await owner.destroy();
      }
    });
}
