import { TenantContext } from '@shucu/tenancy';
import type { RatingRun } from '../rating-run.entity.js';

/** Names of the centers whose objection in a run nobody has answered yet. */
export function openObjections(runId: string): Promise<string[]> {
  return centersWith(runId, `objection.state = 'filed'`);
}

/** Names of the centers whose objection was upheld upon the very computation that the run still rests on. */
export function uncomputedObjections({ id, computation }: Pick<RatingRun, 'id' | 'computation'>): Promise<string[]> {
  return centersWith(id, `objection.state = 'upheld' AND objection.answered_computation >= $3`, computation);
}

async function centersWith(runId: string, condition: string, ...parameters: unknown[]): Promise<string[]> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT center.name FROM rating_objection objection
     JOIN center ON center.tenant_id = objection.tenant_id AND center.id = objection.center_id
     WHERE objection.tenant_id = $1 AND objection.run_id = $2 AND ${condition} ORDER BY 1`,
    [tenantId, runId, ...parameters],
  );
  return rows.map(({ name }) => name);
}
