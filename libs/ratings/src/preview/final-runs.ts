import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { RatingRun } from '../rating-run.entity.js';

/** Runs whose results no longer change, the newest year first. */
export function finalRuns(): Promise<RatingRun[]> {
  const { manager, tenantId } = TenantContext;
  return manager.find(RatingRun, {
    where: { tenantId, state: In(['finalised', 'published']) },
    order: { year: 'DESC' },
  });
}
