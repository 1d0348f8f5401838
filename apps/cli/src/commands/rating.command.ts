import { AppError } from '@shucu/kernel';
import { type Recomputation, RecomputationService } from '@shucu/ratings';
import type { Command } from 'commander';
import { withTenant } from '../cli.module.js';
import { idArgument } from './id.argument.js';

/** `shucu rating recompute`: does a stored rating come out again from its frozen inputs? */
export function registerRatingCommands(program: Command): void {
  const rating = program.command('rating').description('stored ratings');
  rating
    .command('recompute')
    .argument('<id>', 'id of the rating', idArgument)
    .description('recompute a rating, or with --run a whole run, from the frozen inputs; exit code 1 where it differs')
    .option('--tenant <code>', 'public code of the tenant, e.g. gansu; by default the one that has the id')
    .option('--run', 'the id is that of a rating run')
    .action(async (id: string, { tenant, run }: { tenant?: string; run?: boolean }) => {
      const results = await withTenant(tenant, async (app) => {
        const service = app.get(RecomputationService);
        const found = run ? await service.recomputeRun(id) : [await service.recompute(id)];
        if (found.length === 0) throw new AppError('resource.notFound');
        return found;
      });
      for (const result of results) process.stdout.write(`${sentence(result)}\n`);
      if (results.some(({ identical }) => !identical)) process.exitCode = 1;
    });
}

function sentence({ ratingId, center, identical, differences }: Recomputation): string {
  return `${ratingId} ${center}: ${identical ? 'identical' : `NOT identical (${differences.join('; ')})`}`;
}
