import { TenantContext } from '@shucu/tenancy';
import { IsNull } from 'typeorm';
import { RatingRemark } from './rating-remark.entity.js';

/** The remarks of a run that were not taken back, in the order in which they were made. */
export function liveRemarks(runId: string): Promise<RatingRemark[]> {
  const { manager, tenantId } = TenantContext;
  return manager.find(RatingRemark, { where: { tenantId, runId, withdrawnAt: IsNull() }, order: { id: 'ASC' } });
}

/** The centers that are not evaluated in a run, each with the reason. */
export async function exclusionsOf(runId: string): Promise<ReadonlyMap<string, string>> {
  const remarks = await liveRemarks(runId);
  const excluding = remarks.filter(({ kind }) => kind === 'notEvaluated');
  return new Map(excluding.map(({ centerId, reason }) => [centerId, reason]));
}
