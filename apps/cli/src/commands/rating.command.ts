import { type Recomputation, RecomputationService } from '@shucu/ratings';
import type { Command } from 'commander';
import { withTenant } from '../cli.module.js';

/** `shucu rating recompute`: does a stored rating come out again from its frozen inputs? */
export function registerRatingCommands(program: Command): void {
  const rating = program.command('rating').description('stored ratings');
  rating
    .command('recompute <id>')
    .description('recompute a rating, or with --run a whole run, from the frozen inputs; exit code 1 where it differs')
    .requiredOption('--tenant <code>', 'public code of the tenant, e.g. gansu')
    .option('--run', 'the id is that of a rating run')
    .action(async (id: string, { tenant, run }: { tenant: string; run?: boolean }) => {
      const results = await withTenant(tenant, async (app) => {
        const service = app.get(RecomputationService);
        return run ? service.recomputeRun(id) : [await service.recompute(id)];
      });
      for (const result of results) process.stdout.write(`${sentence(result)}\n`);
      if (results.some(({ identical }) => !identical)) process.exitCode = 1;
    });
}

function sentence({ ratingId, center, identical, differences }: Recomputation): string {
  return `${ratingId} ${center}: ${identical ? 'identical' : `NOT identical (${differences.join('; ')})`}`;
}
