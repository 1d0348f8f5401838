import type { IsoDate } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';

/** Until when revocations that still stand bar an organization from applying; null where none does. */
export interface RemainingBan {
  readonly id: string;
  readonly through: IsoDate | null;
}

/** What is left for an organization and for each that has taken its place, by their own revocations and those of whom they follow (第十七条). */
export function remainingBans(organizationId: string): Promise<RemainingBan[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<RemainingBan[]>(
    `WITH RECURSIVE heir (id) AS (
       SELECT $2::uuid
       UNION SELECT later.successor_id FROM heir
         JOIN organization_succession later ON later.tenant_id = $1 AND later.predecessor_id = heir.id),
     line (heir, id) AS (
       SELECT id, id FROM heir
       UNION SELECT line.heir, earlier.predecessor_id FROM line
         JOIN organization_succession earlier ON earlier.tenant_id = $1 AND earlier.successor_id = line.id)
     SELECT heir.id, (
       SELECT to_char(max(standing.ban_through), 'YYYY-MM-DD') FROM revocation_case standing
       JOIN line ON line.id = standing.banned_organization_id
       WHERE standing.tenant_id = $1 AND standing.state = 'revoked' AND line.heir = heir.id) AS through
     FROM heir`,
    [tenantId, organizationId],
  );
}
