import { Injectable } from '@nestjs/common';
import { AppError, type IsoDate } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { In } from 'typeorm';
import { Organization } from './organization.entity.js';
import { type OrganizationField, OrganizationHistory, OrganizationSuccession } from './organization-history.entity.js';
import { type NewOrganization, OrganizationsService } from './organizations.service.js';
import { changeTimeline, valueOn } from './timeline.js';

/** How a field reads on paper. */
export const ORGANIZATION_FIELD_TITLES: Readonly<Record<OrganizationField, string>> = {
  name: '单位名称',
  address: '单位住所',
  legalRepresentative: '法定代表人',
  regionId: '所属地区',
};

/** A change of an organization as of a day, by the report that was approved. */
export interface OrganizationChange {
  readonly effectiveOn: IsoDate;
  readonly changeReportId: string;
}

/** An organization as it was on a day. */
export interface OrganizationOn {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly address: string | null;
  readonly legalRepresentative: string | null;
}

/** What organizations were called and where they were, day by day, and who has taken whose place (第十八条). */
@Injectable()
export class OrganizationHistoryService {
  constructor(private readonly organizations: OrganizationsService) {}

  /** Gives a field another value as of a day; what it said before stays in the history. Throws `change.sameDay`. */
  async change(
    id: string,
    field: OrganizationField,
    value: string,
    { effectiveOn, changeReportId }: OrganizationChange,
  ): Promise<string | null> {
    const { manager, tenantId } = TenantContext;
    const organization = await manager.findOneOrFail(Organization, {
      where: { tenantId, id },
      lock: { mode: 'pessimistic_write' },
    });
    const { before, isCurrent } = await changeTimeline(
      { of: 'organization', id, field, title: ORGANIZATION_FIELD_TITLES[field] },
      { current: organization[field], value, effectiveOn, changeReportId },
    );
    if (isCurrent) await manager.update(Organization, { tenantId, id }, { [field]: value });
    return before;
  }

  /**
   * Puts one organization in the place of another one as of a day. A ban of the earlier one (第十七条) is a ban of the later one as
   * well; gives its last day, if any. Throws `change.sameOrganization`.
   */
  async succeed(
    predecessor: Organization,
    successor: Organization,
    kind: OrganizationSuccession['kind'],
    { effectiveOn, changeReportId }: OrganizationChange,
  ): Promise<IsoDate | null> {
    if (predecessor.id === successor.id) {
      throw new AppError('change.sameOrganization', { creditCode: successor.creditCode });
    }
    const { manager, tenantId } = TenantContext;
    await manager
      .createQueryBuilder()
      .insert()
      .into(OrganizationSuccession)
      .values({
        tenantId,
        predecessorId: predecessor.id,
        successorId: successor.id,
        kind,
        effectiveOn,
        changeReportId,
      })
      .orIgnore()
      .execute();
    const { bannedThrough } = await manager.findOneByOrFail(Organization, { tenantId, id: predecessor.id });
    if (bannedThrough) await this.organizations.ban(successor.id, bannedThrough);
    return bannedThrough;
  }

  /** The organization of the credit code, registered now where the register does not have it. */
  async registered(actor: Actor, input: NewOrganization): Promise<Organization> {
    const { manager, tenantId } = TenantContext;
    const known = await manager.findOneBy(Organization, { tenantId, creditCode: input.creditCode });
    return known ?? this.organizations.create(actor, input);
  }

  /** Each of the organizations as it was on a day, by its id. */
  async asOf(ids: readonly string[], on: IsoDate): Promise<ReadonlyMap<string, OrganizationOn>> {
    const { manager, tenantId } = TenantContext;
    const organizations = await this.organizations.byIds(ids);
    const rows = await manager.findBy(OrganizationHistory, { tenantId, organizationId: In([...ids]) });
    return new Map(
      organizations.map((organization) => {
        const said = (field: OrganizationField): string | null => {
          const spells = rows.filter((row) => row.organizationId === organization.id && row.field === field);
          return valueOn(spells, organization[field], on);
        };
        const { id, creditCode, name } = organization;
        const view = { address: said('address'), legalRepresentative: said('legalRepresentative') };
        return [id, { id, creditCode, name: said('name') ?? name, ...view }];
      }),
    );
  }
}
