import { TenantContext } from '@shucu/tenancy';
import { RatingVersion } from './corrections/rating-version.entity.js';
import { Rating, type RatingResult } from './rating.entity.js';

/** A rating in the version that counted when another one was computed. */
export type RatingThen = RatingResult & Pick<Rating, 'id' | 'version' | 'pluginId' | 'runId'>;

/** All ratings of a category in a run, each in its latest version that was not computed after the moment, in order of id. */
export async function cohortAsOf(rating: Rating, moment: Date): Promise<RatingThen[]> {
  const { manager, tenantId } = TenantContext;
  const { runId, pluginId } = rating;
  const present = await manager.find(Rating, { where: { tenantId, runId, pluginId }, order: { id: 'ASC' } });
  return Promise.all(present.map((each) => versionAsOf(each, moment)));
}

async function versionAsOf(present: Rating, moment: Date): Promise<RatingThen> {
  if (present.version === 1 || present.computedAt <= moment) return present;
  const { manager, tenantId } = TenantContext;
  const former = await manager
    .createQueryBuilder(RatingVersion, 'former')
    .where('former.tenant_id = :tenantId AND former.rating_id = :id', { tenantId, id: present.id })
    .andWhere("date_trunc('milliseconds', former.computed_at) <= :moment", { moment })
    .orderBy('former.version', 'DESC')
    .getOne();
  if (!former) throw new Error(`Rating ${present.id} has no version of ${moment.toISOString()}`);
  const { id, runId, pluginId } = present;
  return { ...former, id, runId, pluginId };
}
