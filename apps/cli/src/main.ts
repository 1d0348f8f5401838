#!/usr/bin/env node
import { startFault } from '@shucu/platform';
import { Command } from 'commander';
import { registerAdministratorCommands } from './commands/administrator.command.js';
import { registerAuditCommands } from './commands/audit.command.js';
import { registerDocumentCommands } from './commands/document.command.js';
import { registerMachinesCommand } from './commands/machines.command.js';
import { registerMigrateCommand } from './commands/migrate.command.js';
import { registerOperatorCommands } from './commands/operator.command.js';
import { registerPluginCommands } from './commands/plugin.command.js';
import { registerRatingCommands } from './commands/rating.command.js';
import { registerStartCommand } from './start/start.command.js';

const program = new Command('shucu').description('Shucu 数促: promotion centers of the industrial internet');
for (const register of [
  registerStartCommand,
  registerMigrateCommand,
  registerRatingCommands,
  registerDocumentCommands,
  registerPluginCommands,
  registerMachinesCommand,
  registerAuditCommands,
  registerOperatorCommands,
  registerAdministratorCommands,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`shucu: ${startFault(error)}\n`);
  process.exitCode = 1;
}
