import { Injectable } from '@nestjs/common';
import { activeRolesOf } from '@shucu/identity';
import { AppError } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import { type Actor, conditionsOf, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { SelectQueryBuilder } from 'typeorm';
import { ExpertProfile } from './expert-profile.entity.js';

/** What the province enters of an expert. */
export type ProfileInput = Pick<
  ExpertProfile,
  'title' | 'fields' | 'employers' | 'regionId' | 'maxWorkload' | 'active'
> & {
  /** 0 for a new profile. */
  readonly version: number;
};

/** The pool of experts (评估专家库). */
@Injectable()
export class ExpertProfilesService {
  constructor(private readonly organizations: OrganizationsService) {}

  /** Enters an expert into the pool, or changes the profile on the version that the caller saw (0: there is none yet). Throws `resource.notFound` for who is no active expert. */
  async put(actor: Actor, id: string, { version, ...input }: ProfileInput): Promise<ExpertProfile> {
    conditionsOf(actor, 'update', 'ExpertProfile');
    const roles = await activeRolesOf(id);
    if (!roles.some(({ role }) => role === 'expert')) throw new AppError('resource.notFound');
    if (input.regionId) await this.organizations.region(input.regionId);
    const { manager, tenantId } = TenantContext;
    const [, changed] =
      version === 0
        ? await this.insert(id, input)
        : await manager.query<[unknown, number]>(
            `UPDATE expert_profile SET title = $4, fields = $5, employers = $6, region_id = $7, max_workload = $8, active = $9,
               version = version + 1, updated_at = now() WHERE tenant_id = $1 AND id = $2 AND version = $3`,
            [tenantId, id, version, ...valuesOf(input)],
          );
    const current = await manager.findOneBy(ExpertProfile, { tenantId, id });
    if (!current) throw new AppError('resource.notFound');
    if (changed !== 1) throw new AppError('conflict.stale', { current: current.version, given: version });
    return current;
  }

  /** A page of the pool, newest account first; an expert gets the own profile. */
  list(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<ExpertProfile[]> {
    const query = this.visible(actor).orderBy('profile.id', 'DESC').limit(limit);
    if (after) query.andWhere('profile.id < :after', { after });
    return query.getMany();
  }

  private async insert(id: string, input: Omit<ProfileInput, 'version'>): Promise<[unknown, number]> {
    const { manager, tenantId } = TenantContext;
    const rows = await manager.query<unknown[]>(
      `INSERT INTO expert_profile (tenant_id, id, title, fields, employers, region_id, max_workload, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [tenantId, id, ...valuesOf(input)],
    );
    return [rows, rows.length];
  }

  private visible(actor: Actor): SelectQueryBuilder<ExpertProfile> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(ExpertProfile, 'profile')
      .where('profile.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { assignedExpertId: 'profile.id' }, actor, 'read', 'ExpertProfile');
  }
}

function valuesOf({
  title,
  fields,
  employers,
  regionId,
  maxWorkload,
  active,
}: Omit<ProfileInput, 'version'>): unknown[] {
  return [title, fields, JSON.stringify(employers), regionId, maxWorkload, active];
}
