import { tenantTransaction } from '@shucu/tenancy';
import type { Life } from './model.js';

/** What must never be found (domain.md §7), each as a query of the offending rows of a tenant. */
const NEVER: Readonly<Record<string, string>> = {
  'a notice ended before its due moment': `
    SELECT id FROM public_notice WHERE tenant_id = $1 AND state = 'ended'
      AND (ended_at < due_at OR statutory_now() < due_at)`,
  'a center active without an announcement or in spite of a revocation': `
    SELECT id FROM center WHERE tenant_id = $1 AND status = 'active' AND announced_on IS NULL
    UNION SELECT center.id FROM center JOIN revocation_case c ON c.tenant_id = center.tenant_id
      AND c.center_id = center.id WHERE center.tenant_id = $1 AND center.status = 'active' AND c.state = 'revoked'`,
  'a number of a series twice or missing': `
    SELECT series, series_year FROM document WHERE tenant_id = $1 GROUP BY series, series_year
    HAVING count(*) <> count(DISTINCT series_number) OR count(*) <> max(series_number) OR count(*) <>
      (SELECT last_number FROM document_series s WHERE s.tenant_id = $1 AND s.series = document.series
        AND s.year = document.series_year)`,
  'a chain of steps with a gap': `
    SELECT id FROM (SELECT id, from_state, subject_version, lag(to_state) OVER chain AS before,
        lag(subject_version) OVER chain AS version_before FROM case_step WHERE tenant_id = $1
        WINDOW chain AS (PARTITION BY machine, subject_id ORDER BY subject_version, id)) steps
    WHERE before IS NOT NULL AND (before IS DISTINCT FROM from_state OR subject_version <= version_before)`,
  'a row that is elsewhere than its last step': `
    SELECT row.id FROM (SELECT id, state, version FROM application WHERE tenant_id = $1
        UNION ALL SELECT id, state, version FROM public_notice WHERE tenant_id = $1
        UNION ALL SELECT id, state, version FROM objection WHERE tenant_id = $1
        UNION ALL SELECT id, state, version FROM revocation_case WHERE tenant_id = $1) row
    JOIN LATERAL (SELECT to_state, subject_version FROM case_step WHERE tenant_id = $1 AND subject_id = row.id
        ORDER BY subject_version DESC LIMIT 1) last ON true
    WHERE last.to_state <> row.state OR last.subject_version <> row.version`,
  'an open deadline of a final application': `
    SELECT deadline.id FROM deadline JOIN application a ON a.tenant_id = deadline.tenant_id AND a.id = subject_id
    WHERE a.tenant_id = $1 AND deadline.state = 'open'
      AND a.state IN ('announced', 'rejected', 'notPassed', 'withdrawn')`,
};

const SETTLED = `
  SELECT 'application ' || id AS key, to_jsonb(t)::text AS row FROM application t
    WHERE tenant_id = $1 AND state IN ('announced', 'rejected', 'notPassed', 'withdrawn')
  UNION ALL SELECT 'notice ' || id, to_jsonb(t)::text FROM public_notice t WHERE tenant_id = $1 AND state = 'ended'
  UNION ALL SELECT 'objection ' || id, to_jsonb(t)::text FROM objection t WHERE tenant_id = $1 AND state <> 'received'
  UNION ALL SELECT 'case ' || id, to_jsonb(t)::text FROM revocation_case t
    WHERE tenant_id = $1 AND state IN ('dismissed', 'reversed')`;

/** What of domain.md §7 is broken in the tenant of a life, in words; asked as the owner. */
export async function brokenInvariants({ platform, tenant, settled }: Life): Promise<string[]> {
  return tenantTransaction(platform.owner, tenant.id, async (manager) => {
    const broken: string[] = [];
    for (const [what, sql] of Object.entries(NEVER)) {
      const rows = await manager.query<unknown[]>(sql, [tenant.id]);
      if (rows.length > 0) broken.push(what);
    }
    for (const { key, row } of await manager.query<{ key: string; row: string }[]>(SETTLED, [tenant.id])) {
      if ((settled.get(key) ?? row) !== row) broken.push(`${key} changed after it was settled`);
      settled.set(key, row);
    }
    return broken;
  });
}
