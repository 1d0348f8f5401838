import { Injectable } from '@nestjs/common';
import { CentersService, standBehind } from '@shucu/centers';
import { activeRolesOf } from '@shucu/identity';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, organizationsOf, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import { ExpertAssignment } from './expert-assignment.entity.js';

export type NewExpertAssignment = Pick<ExpertAssignment, 'centerId' | 'year' | 'expertId'>;

export interface ExpertAssignmentPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly centerId?: string | undefined;
  readonly year?: number | undefined;
  readonly expertId?: string | undefined;
  readonly state?: 'open' | 'ended' | undefined;
}

/** Who may see and score which center of which year (第十二条), from when until when. */
@Injectable()
export class ExpertAssignmentsService {
  constructor(private readonly centers: CentersService) {}

  /** Assigns an active expert from outside the center's organizations; refuses one who has the center and year already. */
  async assign(actor: Actor, { centerId, year, expertId }: NewExpertAssignment): Promise<ExpertAssignment> {
    const center = await this.centers.writable(actor, centerId, 'create', 'ExpertAssignment');
    const roles = await activeRolesOf(expertId);
    if (!roles.some(({ role }) => role === 'expert')) throw new AppError('assignment.notAnExpert');
    if (await standBehind(organizationsOf({ roles }), [center.id])) throw new AppError('assignment.ownOrganization');
    const { manager, tenantId } = TenantContext;
    const id = newId();
    await manager
      .createQueryBuilder()
      .insert()
      .into(ExpertAssignment)
      .values({ tenantId, id, year, centerId, expertId, assignedBy: actor.accountId, assignedAt: () => 'now()' })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const assigned = await manager.findOneBy(ExpertAssignment, { tenantId, id });
    if (!assigned) throw new AppError('assignment.exists', { year });
    return assigned;
  }

  /** Ends an assignment as of now; one that has ended stays as it is. What was scored under it still counts. */
  async end(actor: Actor, id: string): Promise<ExpertAssignment> {
    const { manager, tenantId } = TenantContext;
    const found = await this.visible(actor, 'end').andWhere('assignment.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    const ending = { endedAt: () => 'clock_timestamp()', endedBy: actor.accountId };
    await manager.update(ExpertAssignment, { tenantId, id, endedAt: IsNull() }, ending);
    return manager.findOneByOrFail(ExpertAssignment, { tenantId, id });
  }

  /** A page, newest first; `after` is the last id of the page before. An expert gets the own ones, those that ended too. */
  list(
    actor: Actor,
    { after, limit, centerId, year, expertId, state }: ExpertAssignmentPage,
  ): Promise<ExpertAssignment[]> {
    const query = this.visible(actor, 'read').orderBy('assignment.id', 'DESC').limit(limit);
    if (after) query.andWhere('assignment.id < :after', { after });
    if (centerId) query.andWhere('assignment.center_id = :centerId', { centerId });
    if (year) query.andWhere('assignment.year = :year', { year });
    if (expertId) query.andWhere('assignment.expert_id = :expertId', { expertId });
    if (state) query.andWhere(`assignment.ended_at IS ${state === 'open' ? 'NULL' : 'NOT NULL'}`);
    return query.getMany();
  }

  private visible(actor: Actor, action: 'read' | 'end'): SelectQueryBuilder<ExpertAssignment> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(ExpertAssignment, 'assignment')
      .where('assignment.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { assignedExpertId: 'assignment.expert_id' }, actor, action, 'ExpertAssignment');
  }
}

/**
 * Refuses an expert who has no open assignment to the center of that year, as if there were no such center; until the caller's
 * transaction ends it stays open.
 */
export async function holdAssignment(expertId: string, centerId: string, year: number): Promise<void> {
  const { manager, tenantId } = TenantContext;
  const held = await manager.query<unknown[]>(
    `SELECT 1 FROM expert_assignment WHERE tenant_id = $1 AND expert_id = $2 AND center_id = $3 AND year = $4
     AND ended_at IS NULL FOR SHARE`,
    [tenantId, expertId, centerId, year],
  );
  if (held.length === 0) throw new AppError('resource.notFound');
}
