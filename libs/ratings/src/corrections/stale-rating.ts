import { AppError, shownScore } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { Rating } from '../rating.entity.js';
import { outcomeOf } from '../rating-messages.js';

/** Refuses a version of a rating that is no longer current, telling what it is now, by whom and why. */
export async function refuseStaleRating(rating: Rating, given: number): Promise<void> {
  if (rating.version === given) return;
  const { manager, tenantId } = TenantContext;
  const [corrector] = await manager.query<{ name: string }[]>(
    'SELECT display_name AS name FROM account WHERE tenant_id = $1 AND id = $2',
    [tenantId, rating.correctedBy],
  );
  const { outcome, outcomeEn } = outcomeOf(rating);
  const score = rating.total === null ? '—' : shownScore(rating.total);
  const by = corrector?.name ?? '';
  const reason = rating.correctionReason ?? '';
  throw new AppError('conflict.stale', { current: rating.version, given }, [
    {
      ...{ field: 'version', rule: 'changed' },
      message: `${by}：更正为${outcome}、${score}分（第 ${rating.version} 版）；理由：${reason}`,
      en: `${by}: corrected to ${outcomeEn}, ${score} points (version ${rating.version}); reason: ${reason}`,
    },
  ]);
}
