import { AppError, type FieldFault } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { StateMachine } from './state-machine.js';

interface LaterStep {
  readonly transition: string;
  readonly to: string;
  readonly by: string | null;
  readonly at: string;
  readonly version: number;
}

/**
 * Refuses a version of a row that is no longer current (409), telling step by step what others did meanwhile; `fields` adds where
 * the caller's own content differs from what is there now.
 */
export async function refuseStale(
  machine: StateMachine,
  row: { readonly id: string; readonly version: number },
  given: number,
  fields: readonly FieldFault[] = [],
): Promise<void> {
  if (row.version === given) return;
  const { manager, tenantId } = TenantContext;
  const steps = await manager.query<LaterStep[]>(
    `SELECT step.transition, step.to_state AS "to", account.display_name AS by, step.subject_version AS version,
            to_char(step.taken_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') AS at
     FROM case_step step LEFT JOIN account ON account.tenant_id = step.tenant_id AND account.id = step.actor_id
     WHERE step.tenant_id = $1 AND step.subject_id = $2 AND step.machine = $3 AND step.subject_version > $4
     ORDER BY step.id`,
    [tenantId, row.id, machine.id, given],
  );
  const told = steps.map((step) => describe(machine, step));
  throw new AppError('conflict.stale', { current: row.version, given }, [...told, ...fields]);
}

function describe(machine: StateMachine, { transition, to, by, at, version }: LaterStep): FieldFault {
  const step = machine.transitions[transition]?.title;
  const state = machine.states[to]?.title;
  return {
    field: 'version',
    rule: 'changed',
    message: `${at} ${by ?? '系统'}：${step?.['zh-CN'] ?? transition}（现为“${state?.['zh-CN'] ?? to}”，第 ${version} 版）`,
    en: `${at} ${by ?? 'the platform'}: ${step?.en ?? transition} (now ${state?.en ?? to}, version ${version})`,
  };
}
