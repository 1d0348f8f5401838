import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Rating, type RatingResult } from '../rating.entity.js';

/** What a new version says, and why it is there. */
export type NewVersion = Omit<RatingResult, 'computedAt' | 'correctionReason' | 'correctedBy' | 'correctedAt'> & {
  readonly reason: string;
};

const KEPT = [
  ...['state', 'total', 'grade', 'grade_reason', 'missing_opinions', 'plugin_version', 'inputs', 'inputs_hash'],
  ...['sheet', 'sheet_hash', 'error', 'computed_at', 'basis', 'correction_reason', 'corrected_by', 'corrected_at'],
].join(', ');

/** Keeps the present version as it is and puts the next one in its place; the database lets nobody do the one without the other. */
export async function replaceVersion(actor: Actor, former: Rating, { reason, ...next }: NewVersion): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const { id, version } = former;
  await manager.query(
    `INSERT INTO rating_version (tenant_id, rating_id, version, ${KEPT})
     SELECT tenant_id, id, version, ${KEPT} FROM rating WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  await manager.update(
    Rating,
    { tenantId, id, version },
    {
      ...(next as object),
      version: version + 1,
      computedAt: () => 'now()',
      correctionReason: reason,
      correctedBy: actor.accountId,
      correctedAt: () => 'statutory_now()',
    },
  );
}
