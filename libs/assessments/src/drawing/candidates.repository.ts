import { TenantContext } from '@shucu/tenancy';
import type { Assessment } from '../assessment.entity.js';
import type { DrawCandidate } from './draw.types.js';

/** An assessment in one of these states keeps its experts busy until they have submitted. */
const BUSY = `('forming', 'open', 'thirdOpinion')`;

/**
 * The pool as it is now: who has a profile, with the employers told there and those that the person's roles tell; `limit` is the
 * rule set's for whoever has none of their own. One account alone where it is given.
 */
export function candidatesFor(
  { id, centerId }: Pick<Assessment, 'id' | 'centerId'>,
  limit: number,
  expertId: string | null = null,
): Promise<DrawCandidate[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<DrawCandidate[]>(
    `SELECT profile.id, coalesce(profile.fields, '{}') AS fields, profile.region_id AS "regionId",
       profile.active AND account.status = 'active' AND EXISTS (SELECT 1 FROM account_role held
         WHERE held.tenant_id = $1 AND held.account_id = profile.id AND held.role = 'expert') AS active,
       profile.employers || coalesce((SELECT jsonb_agg(jsonb_build_object('name', own.name, 'creditCode', own.credit_code,
           'from', NULL, 'to', NULL) ORDER BY own.id)
         FROM organization own WHERE own.tenant_id = $1 AND own.id IN (SELECT held.organization_id FROM account_role held
           WHERE held.tenant_id = $1 AND held.account_id = profile.id)), '[]') AS employers,
       (SELECT count(*)::int FROM expert_assignment held
         JOIN assessment busy ON busy.tenant_id = held.tenant_id AND busy.id = held.assessment_id
         WHERE held.tenant_id = $1 AND held.expert_id = profile.id AND held.ended_at IS NULL AND busy.state IN ${BUSY}
           AND NOT EXISTS (SELECT 1 FROM score_sheet sheet WHERE sheet.tenant_id = $1 AND sheet.assessment_id = busy.id
             AND sheet.expert_id = profile.id AND sheet.state = 'submitted')) AS workload,
       least(coalesce(profile.max_workload, $4::int), $4::int) AS "limit",
       EXISTS (SELECT 1 FROM expert_assignment held WHERE held.tenant_id = $1 AND held.expert_id = profile.id
         AND held.assessment_id = $2) AS "inGroup",
       EXISTS (SELECT 1 FROM expert_assignment held
         JOIN center earlier ON earlier.tenant_id = held.tenant_id AND earlier.id = held.center_id
         JOIN center own ON own.tenant_id = held.tenant_id AND own.id = $3
         WHERE held.tenant_id = $1 AND held.expert_id = profile.id AND held.conflict IS NOT NULL
           AND earlier.lead_organization_id = own.lead_organization_id) AS "declaredConflict"
     FROM expert_profile profile
     JOIN account ON account.tenant_id = profile.tenant_id AND account.id = profile.id
     WHERE profile.tenant_id = $1 AND ($5::uuid IS NULL OR profile.id = $5) ORDER BY profile.id`,
    [tenantId, id, centerId, limit, expertId],
  );
}
