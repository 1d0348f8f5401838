import { FileLimits } from '@shucu/files';
import { AppError } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';

const MEGABYTE = 1024 * 1024;
/** First half of the advisory lock that lets one upload of an organization at a time be reckoned with; only a name. */
const QUOTA_LOCK = 7_100_140;
const OPEN_UPLOADS = 20;

/** Whose evidence is counted together: an organization's, or that of all who have none, the officials and experts. */
const USED = `
  SELECT coalesce(sum(bytes), 0)::float8 AS used FROM (
    SELECT bytes FROM evidence_file WHERE tenant_id = $1 AND organization_id IS NOT DISTINCT FROM $2
    UNION ALL
    SELECT bytes FROM evidence_upload
    WHERE tenant_id = $1 AND organization_id IS NOT DISTINCT FROM $2 AND received < bytes AND expires_at > now()
  ) AS counted`;

/**
 * Refuses an upload that is larger than one file may be, or that its organization has no room for, those under way included. Until
 * the transaction ends nobody else of the organization begins one.
 */
export async function refuseBeyondLimits(
  { fileBytes, quotaBytes }: FileLimits,
  organizationId: string | null,
  bytes: number,
): Promise<void> {
  if (bytes > fileBytes) {
    const megabytes = Math.ceil(bytes / MEGABYTE);
    throw new AppError('evidence.tooLarge', { megabytes, limit: fileBytes / MEGABYTE });
  }
  const { manager, tenantId } = TenantContext;
  await manager.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [QUOTA_LOCK, organizationId ?? tenantId]);
  const [{ used }] = await manager.query<[{ used: number }]>(USED, [tenantId, organizationId]);
  if (used + bytes <= quotaBytes) return;
  throw new AppError('evidence.quota', { used: Math.floor(used / MEGABYTE), limit: quotaBytes / MEGABYTE });
}

/** Refuses one more upload to somebody who has begun many and finished none of them. */
export async function refuseManyUploads(accountId: string): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const [{ count }] = await manager.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM evidence_upload
     WHERE tenant_id = $1 AND uploaded_by = $2 AND received < bytes AND expires_at > now()`,
    [tenantId, accountId],
  );
  if (count >= OPEN_UPLOADS) throw new AppError('evidence.tooManyUploads', { limit: OPEN_UPLOADS });
}
