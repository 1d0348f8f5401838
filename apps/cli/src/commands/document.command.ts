import { DocumentRenderingService } from '@shucu/documents';
import type { Command } from 'commander';
import { withTenant } from '../cli.module.js';

/** `shucu document verify`: does a stored document come out again from its stored data and template? */
export function registerDocumentCommands(program: Command): void {
  const document = program.command('document').description('stored documents');
  document
    .command('verify <id>')
    .description(
      'render a document again from its frozen data and template and compare the HTML; exit code 1 where it differs',
    )
    .requiredOption('--tenant <code>', 'public code of the tenant, e.g. gansu')
    .action(async (id: string, { tenant }: { tenant: string }) => {
      const { number, stored, again } = await withTenant(tenant, (app) => app.get(DocumentRenderingService).verify(id));
      const identical = stored === again;
      process.stdout.write(`${id} ${number}: ${identical ? 'identical' : `NOT identical (${stored} / ${again})`}\n`);
      if (!identical) process.exitCode = 1;
    });
}
