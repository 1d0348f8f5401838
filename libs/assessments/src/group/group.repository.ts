import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { Assessment } from '../assessment.entity.js';
import type { ScoreSheetState } from '../score-sheet.machine.js';
import { ExpertAssignment } from './expert-assignment.entity.js';

/** An expert of a group with where the sheet stands. */
export interface GroupMember {
  readonly assignmentId: string;
  readonly expertId: string;
  readonly expertName: string;
  readonly assignedAt: Date;
  readonly declaredAt: Date | null;
  readonly conflict: string | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  readonly sheetId: string | null;
  readonly sheetState: ScoreSheetState | null;
}

/** Everybody who is or was in the groups of these assessments, by assessment, in the order in which they came in. */
export async function membersOf(assessmentIds: readonly string[]): Promise<Map<string, GroupMember[]>> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<(GroupMember & { assessmentId: string })[]>(
    `SELECT held.assessment_id AS "assessmentId", held.id AS "assignmentId", held.expert_id AS "expertId",
            account.display_name AS "expertName", held.assigned_at AS "assignedAt", held.declared_at AS "declaredAt",
            held.conflict, held.ended_at AS "endedAt", held.end_reason AS "endReason", sheet.id AS "sheetId", sheet.state AS "sheetState"
     FROM expert_assignment held
     JOIN account ON account.tenant_id = held.tenant_id AND account.id = held.expert_id
     LEFT JOIN LATERAL (SELECT id, state FROM score_sheet sheet WHERE sheet.tenant_id = held.tenant_id
       AND sheet.assessment_id = held.assessment_id AND sheet.expert_id = held.expert_id ORDER BY id DESC LIMIT 1) sheet ON true
     WHERE held.tenant_id = $1 AND held.assessment_id = ANY ($2::uuid[]) ORDER BY held.id`,
    [tenantId, assessmentIds],
  );
  const members = new Map<string, GroupMember[]>(assessmentIds.map((id) => [id, []]));
  for (const { assessmentId, ...member } of rows) members.get(assessmentId)?.push(member);
  return members;
}

/** Gives experts their places in a group; one who has an open one for the center and year keeps it. Gives the new ones. */
export async function addMembers(
  { id: assessmentId, centerId, year }: Assessment,
  expertIds: readonly string[],
  { assignedBy, drawId }: { readonly assignedBy: string; readonly drawId: string | null },
): Promise<string[]> {
  if (expertIds.length === 0) return [];
  const { manager, tenantId } = TenantContext;
  const own = { tenantId, assessmentId, centerId, year, assignedBy, drawId };
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(ExpertAssignment)
    .values(expertIds.map((expertId) => ({ ...own, id: newId(), expertId, assignedAt: () => 'statutory_now()' })))
    .orIgnore()
    .returning('id')
    .updateEntity(false)
    .execute();
  return (raw as { id: string }[]).map(({ id }) => id);
}

/** Ends an assignment that is open, e.g. upon a conflict that its expert declared; says whether it was. */
export async function endAssignment(
  id: string,
  by: string,
  { reason = null, conflict = null }: { readonly reason?: string | null; readonly conflict?: string | null } = {},
): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  const [, changed] = await manager.query<[unknown, number]>(
    `UPDATE expert_assignment SET ended_at = greatest(assigned_at, statutory_now()), ended_by = $3, end_reason = $4, conflict = $5,
       declared_at = CASE WHEN $5::text IS NULL THEN declared_at ELSE statutory_now() END
     WHERE tenant_id = $1 AND id = $2 AND ended_at IS NULL`,
    [tenantId, id, by, reason, conflict],
  );
  return changed === 1;
}

/** Ends all open assignments of an assessment; where nobody did, by who had assigned. */
export async function endAllAssignments(assessmentId: string, by: string | null, reason: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `UPDATE expert_assignment SET ended_at = greatest(assigned_at, statutory_now()),
       ended_by = coalesce($3::uuid, assigned_by), end_reason = $4
     WHERE tenant_id = $1 AND assessment_id = $2 AND ended_at IS NULL`,
    [tenantId, assessmentId, by, reason],
  );
}

/** Whether the expert is in the group of the assessment, having declared no conflict. */
export async function isMember(expertId: string, assessmentId: string): Promise<boolean> {
  const { manager, tenantId } = TenantContext;
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM expert_assignment WHERE tenant_id = $1 AND assessment_id = $2 AND expert_id = $3
       AND declared_at IS NOT NULL AND ended_at IS NULL`,
    [tenantId, assessmentId, expertId],
  );
  return found.length > 0;
}
