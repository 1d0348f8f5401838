import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { Assessment } from '../assessment.entity.js';

/**
 * Sheets are written side by side, but not while a run reads them or becomes final: a sheet is then either counted, or seen to be
 * later than the computation, or refused. The run waits for sheets under way; a sheet does not wait for a run.
 */
export async function lockScores(year: number): Promise<void> {
  await TenantContext.manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [scoresLock(year)]);
}

/** Refuses to touch the sheets of a yearly rating while its run is computed, and for good once it is final. */
export async function refuseClosedYear({ purpose, year }: Pick<Assessment, 'purpose' | 'year'>): Promise<void> {
  if (purpose !== 'rating') return;
  const { manager, tenantId } = TenantContext;
  const [{ free }] = await manager.query<[{ free: boolean }]>(
    'SELECT pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) AS free',
    [scoresLock(year)],
  );
  if (!free) throw new AppError('assessment.computing', { year });
  const [run] = await manager.query<{ state: string }[]>(
    'SELECT state FROM rating_run WHERE tenant_id = $1 AND year = $2',
    [tenantId, year],
  );
  if (run && ['finalised', 'published'].includes(run.state)) throw new AppError('assessment.closed', { year });
}

function scoresLock(year: number): string {
  return `expert-scores ${TenantContext.tenantId} ${year}`;
}
