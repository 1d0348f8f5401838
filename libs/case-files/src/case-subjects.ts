import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';

export const CASE_KINDS = ['application', 'revocationCase'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** A case with everything that belongs to it. */
export interface CaseSubjects {
  readonly kind: CaseKind;
  readonly id: string;
  /** How the case is called. */
  readonly title: string;
  /** The row of the case and of each step of it: visits, corrections, the assessment, notices, objections, the announcement. */
  readonly ids: readonly string[];
}

/** Which rows belong to a case, as one query of their ids; `$1` is the tenant, `$2` the case. */
const PARTS: Record<CaseKind, readonly string[]> = {
  application: [
    'SELECT id FROM site_visit WHERE tenant_id = $1 AND application_id = $2',
    'SELECT id FROM application_review WHERE tenant_id = $1 AND application_id = $2',
    'SELECT id FROM correction WHERE tenant_id = $1 AND application_id = $2',
    'SELECT id FROM application_submission WHERE tenant_id = $1 AND application_id = $2',
    `SELECT assessment.id FROM assessment JOIN application ON application.tenant_id = assessment.tenant_id
       AND application.center_id = assessment.center_id AND application.year = assessment.year
     WHERE application.tenant_id = $1 AND application.id = $2 AND assessment.purpose = 'application'`,
    'SELECT notice_id FROM notice_entry WHERE tenant_id = $1 AND application_id = $2',
    'SELECT id FROM objection WHERE tenant_id = $1 AND application_id = $2',
    'SELECT announcement_id FROM announcement_entry WHERE tenant_id = $1 AND application_id = $2',
  ],
  revocationCase: [],
};

const TITLES: Record<CaseKind, string> = {
  application: `SELECT year || '年度申报 ' || name AS title FROM application WHERE tenant_id = $1 AND id = $2`,
  revocationCase: `SELECT '撤销案件 ' || center.name AS title FROM revocation_case found
    JOIN center ON center.tenant_id = found.tenant_id AND center.id = found.center_id
    WHERE found.tenant_id = $1 AND found.id = $2`,
};

/** The case and what belongs to it. Throws `resource.notFound`. */
export async function caseSubjects(kind: CaseKind, id: string): Promise<CaseSubjects> {
  const { manager, tenantId } = TenantContext;
  const [found] = await manager.query<{ title: string }[]>(TITLES[kind], [tenantId, id]);
  if (!found) throw new AppError('resource.notFound');
  const ids = [id];
  for (const part of PARTS[kind]) {
    const rows = await manager.query<Record<string, string>[]>(part, [tenantId, id]);
    ids.push(...rows.flatMap((row) => Object.values(row)));
  }
  return { kind, id, title: found.title, ids: [...new Set(ids)] };
}
