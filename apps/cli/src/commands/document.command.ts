import { DocumentRenderingService, DocumentsService } from '@shucu/documents';
import type { Command } from 'commander';
import { withTenant } from '../cli.module.js';
import { idArgument } from './id.argument.js';

/** `shucu document verify`: does a document come out again as it is stored? `shucu document render`: make a failed one again. */
export function registerDocumentCommands(program: Command): void {
  const document = program.command('document').description('stored documents');
  document
    .command('verify')
    .argument('<id>', 'id of the document', idArgument)
    .description(
      'render a document again from its frozen data and template and compare the HTML; exit code 1 where it differs',
    )
    .option('--tenant <code>', 'public code of the tenant, e.g. gansu; by default the one that has the id')
    .action(async (id: string, { tenant }: { tenant?: string }) => {
      const { number, stored, again } = await withTenant(tenant, (app) => app.get(DocumentRenderingService).verify(id));
      const identical = stored === again;
      process.stdout.write(`${id} ${number}: ${identical ? 'identical' : `NOT identical (${stored} / ${again})`}\n`);
      if (!identical) process.exitCode = 1;
    });
  document
    .command('render')
    .argument('<id>', 'id of the document', idArgument)
    .description('have the worker make a failed document again, under its number; exit code 1 where it has not failed')
    .option('--tenant <code>', 'public code of the tenant, e.g. gansu; by default the one that has the id')
    .action(async (id: string, { tenant }: { tenant?: string }) => {
      const { number, state } = await withTenant(tenant, (app) => app.get(DocumentsService).renderAgain(id));
      const isQueued = state === 'failed';
      process.stdout.write(
        `${id} ${number}: ${isQueued ? 'queued' : `is ${state}, only a failed one is made again`}\n`,
      );
      if (!isQueued) process.exitCode = 1;
    });
}
