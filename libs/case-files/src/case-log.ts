import { statutoryDateOf } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';

/** One step of a case with who took it. */
export interface LoggedStep {
  readonly at: Date;
  readonly machine: string;
  readonly subjectId: string;
  readonly transition: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly article: string | null;
  readonly by: string | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** An entry of the audit log about a row of the case, by which the log proves it; its content stays with the auditor. */
export interface AuditAnchor {
  readonly seq: string;
  readonly at: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly hash: string;
}

/** Every step of the rows before a moment of statutory time, the earliest first. */
export function stepsBefore(subjectIds: readonly string[], moment: Date): Promise<LoggedStep[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT step.taken_at AS at, step.machine, step.subject_id AS "subjectId", step.transition, step.from_state AS "fromState",
       step.to_state AS "toState", step.article, account.display_name AS by, step.reason, step.details
     FROM case_step step LEFT JOIN account ON account.tenant_id = step.tenant_id AND account.id = step.actor_id
     WHERE step.tenant_id = $1 AND step.subject_id = ANY ($2::uuid[]) AND step.taken_at < $3
     ORDER BY step.taken_at, step.id`,
    [tenantId, subjectIds, moment],
  );
}

/** Where the audit log tells of the rows, by number and hash of its entries. */
export function auditAnchors(subjectIds: readonly string[]): Promise<AuditAnchor[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT seq::text, at, action, subject, subject_id AS "subjectId", hash FROM audit_entry
     WHERE tenant_id = $1 AND subject_id = ANY ($2::text[]) ORDER BY seq`,
    [tenantId, subjectIds],
  );
}

/** What was submitted before a moment, in whole. */
export function submissionsBefore(
  subjectIds: readonly string[],
  moment: Date,
): Promise<{ number: number; content: unknown; contentHash: string; submittedAt: Date }[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query(
    `SELECT number, content, content_hash AS "contentHash", submitted_at AS "submittedAt" FROM application_submission
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND submitted_at < $3 ORDER BY number`,
    [tenantId, subjectIds, moment],
  );
}

/** The steps as people read them, a line each. */
export function logText(title: string, on: string, steps: readonly LoggedStep[]): string {
  const lines = steps.map(({ at, transition, fromState, toState, article, by, reason }) => {
    const way = fromState && fromState !== toState ? `${fromState} → ${toState}` : toState;
    return [statutoryDateOf(at), by ?? '系统', transition, way, article ?? '', reason ?? ''].join('\t');
  });
  return `${title}\n截至 ${on} 24:00\n\n日期\t经办\t步骤\t状态\t依据\t理由\n${lines.join('\n')}\n`;
}
