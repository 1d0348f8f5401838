import { Injectable } from '@nestjs/common';
import { AppError, type IsoDate, newId } from '@shucu/kernel';
import { type Actor, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Organization, type OrganizationKind, type Ownership } from './organization.entity.js';
import { Region } from './region.entity.js';

export interface NewOrganization {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly ownership: Ownership;
  readonly regionId: string;
}

export interface OrganizationPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly creditCode?: string | undefined;
}

/** What an organization was called until a day. */
export interface FormerName {
  readonly organizationId: string;
  readonly name: string;
  readonly validThrough: IsoDate;
}

/** The organization and whichever has taken its place since, one after the other. */
const HEIRS = `
  WITH RECURSIVE heir (id) AS (
    SELECT $2::uuid
    UNION SELECT later.successor_id FROM heir
      JOIN organization_succession later ON later.tenant_id = $1 AND later.predecessor_id = heir.id)`;

/** Organizations and the regions they belong to. */
@Injectable()
export class OrganizationsService {
  async create(actor: Actor, input: NewOrganization): Promise<Organization> {
    const { manager, tenantId } = TenantContext;
    await this.region(input.regionId);
    const row = { ...input, tenantId, id: newId(), createdBy: actor.accountId };
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(Organization)
      .values(row)
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length === 0)
      throw new AppError('organization.creditCodeTaken', { creditCode: input.creditCode });
    return manager.findOneByOrFail(Organization, { tenantId, id: row.id });
  }

  /** Changes what may change; the credit code is the identity and stays. Refuses a version that is no longer the current one. */
  async update(
    actor: Actor,
    id: string,
    version: number,
    change: Partial<Omit<NewOrganization, 'creditCode'>>,
  ): Promise<Organization> {
    await this.get(actor, id);
    if (change.regionId) await this.region(change.regionId);
    const { manager, tenantId } = TenantContext;
    const { affected } = await manager.update(Organization, { tenantId, id, version }, change);
    const row = await this.get(actor, id);
    if (affected !== 1) throw new AppError('conflict.stale', { current: row.version, given: version });
    return row;
  }

  async get(actor: Actor, id: string): Promise<Organization> {
    const found = await this.visible(actor).andWhere('organization.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** A page in order of age, newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, creditCode }: OrganizationPage): Promise<Organization[]> {
    const query = this.visible(actor).orderBy('organization.id', 'DESC').limit(limit);
    if (after) query.andWhere('organization.id < :after', { after });
    if (creditCode) query.andWhere('organization.credit_code = :creditCode', { creditCode });
    return query.getMany();
  }

  /**
   * Keeps an organization, and whichever has taken its place since, from leading an application through that day (第十七条); a longer
   * ban stays.
   */
  async ban(id: string, through: IsoDate): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `${HEIRS} UPDATE organization SET banned_through = greatest(banned_through, $3), version = version + 1, updated_at = now()
       WHERE tenant_id = $1 AND id IN (SELECT id FROM heir)`,
      [tenantId, id, through],
    );
  }

  /**
   * Sets a ban that ended on `given` anew, as the revocation it came from was reversed, also where it has passed on to a successor; a
   * ban of another end is not touched.
   */
  async limitBan(id: string, given: IsoDate, through: IsoDate | null): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `${HEIRS} UPDATE organization SET banned_through = $4, version = version + 1, updated_at = now()
       WHERE tenant_id = $1 AND id IN (SELECT id FROM heir) AND banned_through = $3`,
      [tenantId, id, given, through],
    );
  }

  /** What organizations were called before, the latest first: a ban does not end with a name (第十七条). */
  formerNames(organizationIds: readonly string[]): Promise<FormerName[]> {
    const { manager, tenantId } = TenantContext;
    return manager.query<FormerName[]>(
      `SELECT organization_id AS "organizationId", value AS name, to_char(valid_through, 'YYYY-MM-DD') AS "validThrough"
       FROM organization_history
       WHERE tenant_id = $1 AND organization_id = ANY ($2::uuid[]) AND field = 'name' ORDER BY valid_through DESC`,
      [tenantId, organizationIds],
    );
  }

  /** Organizations of the tenant by id, whoever asks: for features that show a center's members. */
  byIds(ids: readonly string[]): Promise<Organization[]> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(Organization, 'organization')
      .where('organization.tenant_id = :tenantId AND organization.id = ANY (:ids)', { tenantId, ids })
      .orderBy('organization.id')
      .getMany();
  }

  regions(): Promise<Region[]> {
    return TenantContext.manager.find(Region, {
      where: { tenantId: TenantContext.tenantId },
      order: { divisionCode: { direction: 'ASC', nulls: 'LAST' } },
    });
  }

  /** A region of the tenant; refuses an unknown one as a fault of the field `regionId`. */
  async region(id: string): Promise<Region> {
    const found = await TenantContext.manager.findOneBy(Region, { tenantId: TenantContext.tenantId, id });
    if (!found) {
      const fault = { field: 'regionId', rule: 'exists', message: '没有这个市州（见 GET /api/v1/regions）' };
      throw new AppError('validation.failed', { count: 1 }, [fault]);
    }
    return found;
  }

  /** A region of the tenant by its name; refuses an unknown one as a fault of the field `region`. */
  async regionNamed(name: string): Promise<Region> {
    const found = await TenantContext.manager.findOneBy(Region, { tenantId: TenantContext.tenantId, name });
    if (found) return found;
    const fault = { field: 'region', rule: 'exists', message: '没有这个市州（见 GET /api/v1/regions）' };
    throw new AppError('validation.failed', { count: 1 }, [fault]);
  }

  private visible(actor: Actor) {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Organization, 'organization')
      .where('organization.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, { regionId: 'organization.region_id' }, actor, 'read', 'Organization');
  }
}
