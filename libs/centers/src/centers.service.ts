import { Injectable } from '@nestjs/common';
import { AppError, type FieldFault, type IsoDate, newId } from '@shucu/kernel';
import { type Organization, OrganizationsService } from '@shucu/organizations';
import { type Action, type Actor, type ConditionColumns, type Subject, scopeRows } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { QueryFailedError, type SelectQueryBuilder } from 'typeorm';
import { categoryFaults } from './category-rules.js';
import { CENTER_STATUS_TITLES, Center, CenterMember } from './center.entity.js';

export interface NewCenter {
  readonly name: string;
  readonly category: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly regionId: string;
  readonly leadOrganizationId: string;
  readonly memberIds: readonly string[];
  readonly announcedOn: string | null;
}

/** What of a center may change; lead and category are what it is. */
export type CenterChange = Partial<Pick<NewCenter, 'name' | 'variant' | 'industry' | 'regionId'>> & {
  readonly announcedOn?: string;
};

export interface CenterPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly category?: string | undefined;
  readonly status?: string | undefined;
}

/** A center with the legal persons behind it. */
export interface CenterWithOrganizations {
  readonly center: Center;
  readonly lead: Organization;
  readonly members: readonly Organization[];
}

/** Columns of a query in which the center is joined as `center`; an expert has it while assigned, for whatever year, once no conflict of interest was declared. */
export const CENTER_COLUMNS: ConditionColumns = {
  regionId: 'center.region_id',
  leadOrganizationId: 'center.lead_organization_id',
  assignedExpertId: (expertId) =>
    `EXISTS (SELECT 1 FROM expert_assignment held WHERE held.tenant_id = center.tenant_id AND held.expert_id = ${expertId}
       AND held.center_id = center.id AND held.declared_at IS NOT NULL AND held.ended_at IS NULL)`,
};

/** Centers: who leads them, their members, their category. */
@Injectable()
export class CentersService {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
  ) {}

  async create(actor: Actor, { memberIds, ...input }: NewCenter): Promise<CenterWithOrganizations> {
    const { manager, tenantId } = TenantContext;
    await this.checkNew(input, memberIds);
    const status = input.announcedOn ? 'active' : 'candidate';
    const row = { ...input, tenantId, id: newId(), status, createdBy: actor.accountId } as const;
    await refuseDuplicate(manager.insert(Center, row));
    if (memberIds.length > 0) {
      await manager.insert(
        CenterMember,
        memberIds.map((organizationId) => ({ tenantId, centerId: row.id, organizationId })),
      );
    }
    return this.withOrganizations(await manager.findOneByOrFail(Center, { tenantId, id: row.id }));
  }

  /** Changes name, region, variant, industry or the day of the announcement; a first announcement makes the center active. */
  async update(actor: Actor, id: string, version: number, change: CenterChange): Promise<CenterWithOrganizations> {
    const center = await this.writable(actor, id, 'update', 'Center');
    const faults = [
      ...categoryFaults(this.plugins.get(center.category), { ...center, ...change }),
      ...(await announcementFaults(change.announcedOn)),
    ];
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    if (change.regionId) await this.organizations.region(change.regionId);
    if (change.announcedOn) await this.refuseBanned(center.leadOrganizationId);
    const { manager, tenantId } = TenantContext;
    const status = change.announcedOn && center.status === 'candidate' ? { status: 'active' as const } : {};
    const { affected } = await refuseDuplicate(
      manager.update(Center, { tenantId, id, version }, { ...change, ...status }),
    );
    if (affected !== 1) {
      const { version: current } = await this.reachable(actor, id, 'read', 'Center');
      throw new AppError('conflict.stale', { current, given: version });
    }
    return this.get(actor, id);
  }

  async get(actor: Actor, id: string): Promise<CenterWithOrganizations> {
    return this.withOrganizations(await this.reachable(actor, id, 'read', 'Center'));
  }

  /** A page, newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, category, status }: CenterPage): Promise<Center[]> {
    const query = this.scoped(actor, 'read', 'Center').orderBy('center.id', 'DESC').limit(limit);
    if (after) query.andWhere('center.id < :after', { after });
    if (category) query.andWhere('center.category = :category', { category });
    if (status) query.andWhere('center.status = :status', { status });
    return query.getMany();
  }

  /** The center for which the actor may do the action on the subject; otherwise it is as if it did not exist. */
  async reachable(actor: Actor, id: string, action: Action, subject: Subject): Promise<Center> {
    const found = await this.scoped(actor, action, subject).andWhere('center.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Like {@link reachable}, and refuses a center that was revoked or has withdrawn. */
  async writable(actor: Actor, id: string, action: Action, subject: Subject): Promise<Center> {
    const center = await this.reachable(actor, id, action, subject);
    if (center.exitedOn) throw new AppError('record.centerClosed', { status: CENTER_STATUS_TITLES[center.status] });
    return center;
  }

  /** The center, whoever asks: for what is told or written of it. */
  byId(id: string): Promise<Center> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(Center, { tenantId, id });
  }

  /** The center under a lock until the transaction ends, whoever asks: for decisions about it. */
  lock(id: string): Promise<Center> {
    const { manager, tenantId } = TenantContext;
    return manager.findOneOrFail(Center, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Makes a candidate active as of the day of its announcement, with the members that it was announced with (第十四条). */
  async announce(id: string, announcedOn: IsoDate, memberIds: readonly string[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { affected } = await refuseDuplicate(
      manager.update(Center, { tenantId, id, status: 'candidate' }, { status: 'active', announcedOn }),
    );
    if (affected !== 1) throw new AppError('conflict.concurrent');
    await manager.delete(CenterMember, { tenantId, centerId: id });
    if (memberIds.length === 0) return;
    await manager.insert(
      CenterMember,
      memberIds.map((organizationId) => ({ tenantId, centerId: id, organizationId })),
    );
  }

  /** Ends a center that was revoked (第十七条), as of the day of exit. */
  async exit({ tenantId, id }: Center, exitedOn: IsoDate): Promise<void> {
    await TenantContext.manager.update(Center, { tenantId, id }, { status: 'revoked', exitedOn });
  }

  /** Has a center whose revocation was reversed go on as if it had not exited; throws `center.leadTaken` where its lead has another one by now. */
  async reinstate({ tenantId, id }: Center): Promise<void> {
    await refuseDuplicate(TenantContext.manager.update(Center, { tenantId, id }, { status: 'active', exitedOn: null }));
  }

  async withOrganizations(center: Center): Promise<CenterWithOrganizations> {
    const { manager, tenantId } = TenantContext;
    const members = await manager.findBy(CenterMember, { tenantId, centerId: center.id });
    const ids = [center.leadOrganizationId, ...members.map(({ organizationId }) => organizationId)];
    const organizations = await this.organizations.byIds(ids);
    const lead = organizations.find(({ id }) => id === center.leadOrganizationId);
    if (!lead) throw new Error(`Center ${center.id} has no lead organization`);
    return { center, lead, members: organizations.filter(({ id }) => id !== lead.id) };
  }

  private scoped(actor: Actor, action: Action, subject: Subject): SelectQueryBuilder<Center> {
    const { manager, tenantId } = TenantContext;
    const query = manager.createQueryBuilder(Center, 'center').where('center.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, action, subject);
  }

  private async checkNew(input: Omit<NewCenter, 'memberIds'>, memberIds: readonly string[]): Promise<void> {
    const faults = [
      ...categoryFaults(this.plugins.get(input.category), input),
      ...(await announcementFaults(input.announcedOn)),
    ];
    await this.organizations.region(input.regionId);
    const wanted = [input.leadOrganizationId, ...memberIds];
    const known = new Set((await this.organizations.byIds(wanted)).map(({ id }) => id));
    wanted.forEach((id, index) => {
      const field = index === 0 ? 'leadOrganizationId' : `memberIds.${index - 1}`;
      if (!known.has(id)) faults.push({ field, rule: 'exists', message: '没有登记这个单位' });
      if (wanted.indexOf(id) !== index) faults.push({ field, rule: 'unique', message: '单位重复' });
    });
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    await this.refuseBanned(input.leadOrganizationId);
  }

  /** For two years after a revocation the lead may not apply again (第十七条); the refusal says until when. */
  private async refuseBanned(leadOrganizationId: string): Promise<void> {
    const [lead] = await this.organizations.byIds([leadOrganizationId]);
    const today = await statutoryToday(TenantContext.manager);
    if (lead?.bannedThrough && lead.bannedThrough >= today) {
      throw new AppError('center.leadBanned', { until: lead.bannedThrough });
    }
  }
}

async function announcementFaults(announcedOn: IsoDate | null | undefined): Promise<FieldFault[]> {
  if (!announcedOn || announcedOn <= (await statutoryToday(TenantContext.manager))) return [];
  return [{ field: 'announcedOn', rule: 'future', message: '公告日期不能晚于今天' }];
}

/** Turns a unique index that refuses into its sentence: one lead one center (第八条), one name once. */
export async function refuseDuplicate<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const constraint = error instanceof QueryFailedError && (error.driverError as { constraint?: string }).constraint;
    if (constraint === 'center_one_per_lead') throw new AppError('center.leadTaken', {}, [], { cause: error });
    if (constraint === 'center_tenant_id_name_key') {
      throw new AppError('conflict.duplicate', { what: '同名中心' }, [], { cause: error });
    }
    throw error;
  }
}
