import type { Application } from '@shucu/applications';
import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { IsNull } from 'typeorm';
import { ApplicationReview, type ReviewKind } from './application-review.entity.js';
import { SiteVisit } from './preliminary/site-visit.entity.js';

/** What of a review is written. */
export type ReviewContent = Pick<ApplicationReview, 'items' | 'opinion'>;

/** Why an approval is void, and by which submission. */
export interface Voiding {
  readonly submission: number;
  readonly reason: string;
}

/** All reviews of an application, also void ones, the first first. */
export function reviewsOf(applicationId: string): Promise<ApplicationReview[]> {
  const { manager, tenantId } = TenantContext;
  return manager.find(ApplicationReview, { where: { tenantId, applicationId }, order: { id: 'ASC' } });
}

/** The reviews that hold: one of a kind at the most. */
export function validReviews(applicationId: string): Promise<ApplicationReview[]> {
  const { manager, tenantId } = TenantContext;
  return manager.findBy(ApplicationReview, { tenantId, applicationId, voidedAt: IsNull() });
}

/** The review of the kind that holds, if any. */
export function validReview(applicationId: string, kind: ReviewKind): Promise<ApplicationReview | null> {
  const { manager, tenantId } = TenantContext;
  return manager.findOneBy(ApplicationReview, { tenantId, applicationId, kind, voidedAt: IsNull() });
}

/** Writes the review of a kind, or writes the one that holds anew, for the current submission. */
export async function writeReview(
  { id: applicationId, submissions: submission }: Pick<Application, 'id' | 'submissions'>,
  kind: ReviewKind,
  writtenBy: string,
  content: ReviewContent,
): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const held = await validReview(applicationId, kind);
  const row = { submission, writtenBy, opinion: content.opinion, items: [...content.items], concludedAt: null };
  if (held) {
    const { id } = held;
    await manager.update(ApplicationReview, { tenantId, id }, { ...row, writtenAt: () => 'statutory_now()' });
    return;
  }
  await manager.insert(ApplicationReview, { ...row, tenantId, id: newId(), applicationId, kind });
}

/** The office goes on by these reviews: they are concluded. */
export async function concludeReviews(applicationId: string, kinds: readonly ReviewKind[]): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `UPDATE application_review SET concluded_at = statutory_now()
     WHERE tenant_id = $1 AND application_id = $2 AND kind = ANY ($3) AND voided_at IS NULL AND concluded_at IS NULL`,
    [tenantId, applicationId, kinds],
  );
}

/** Makes the reviews of these kinds void; gives the kinds of those that had been concluded. */
export async function voidReviews(
  applicationId: string,
  kinds: readonly ReviewKind[],
  { submission, reason }: Voiding,
): Promise<ReviewKind[]> {
  const { manager, tenantId } = TenantContext;
  const [voided] = await manager.query<[{ kind: ReviewKind; concluded: boolean }[], number]>(
    `UPDATE application_review SET voided_at = statutory_now(), voided_by_submission = $4, void_reason = $5
     WHERE tenant_id = $1 AND application_id = $2 AND kind = ANY ($3) AND voided_at IS NULL
     RETURNING kind, concluded_at IS NOT NULL AS concluded`,
    [tenantId, applicationId, kinds, submission, reason],
  );
  return voided.filter(({ concluded }) => concluded).map(({ kind }) => kind);
}

/** All visits for an application, also those that no longer count, the earliest first. */
export function visitsOf(applicationId: string): Promise<SiteVisit[]> {
  const { manager, tenantId } = TenantContext;
  return manager.find(SiteVisit, { where: { tenantId, applicationId }, order: { visitedOn: 'ASC', id: 'ASC' } });
}

/** What was seen on the visits is no longer what the application says. */
export async function voidVisits(applicationId: string, { submission, reason }: Voiding): Promise<void> {
  const { manager, tenantId } = TenantContext;
  await manager.query(
    `UPDATE site_visit SET voided_at = statutory_now(), voided_by_submission = $3, void_reason = $4
     WHERE tenant_id = $1 AND application_id = $2 AND voided_at IS NULL`,
    [tenantId, applicationId, submission, reason],
  );
}

/** What people are called, by their accounts. */
export async function namesOfAccounts(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const { manager, tenantId } = TenantContext;
  const rows = await manager.query<{ id: string; name: string }[]>(
    'SELECT id, display_name AS name FROM account WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
    [tenantId, [...new Set(ids.filter((id) => id !== null))]],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
