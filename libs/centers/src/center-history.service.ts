import { Injectable } from '@nestjs/common';
import { AppError, type IsoDate } from '@shucu/kernel';
import {
  changeTimeline,
  type Organization,
  type OrganizationChange,
  OrganizationHistoryService,
  type OrganizationOn,
  OrganizationsService,
  valueOn,
} from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Center, CenterMember } from './center.entity.js';
import { type CenterField, CenterFormerMember, CenterHistory } from './center-history.entity.js';
import { CentersService, refuseDuplicate } from './centers.service.js';

const FIELD_TITLES: Readonly<Record<CenterField, string>> = {
  name: '中心名称',
  leadOrganizationId: '牵头单位',
  regionId: '所属地区',
};

/** A center as it was on a day. */
export interface CenterOn {
  readonly id: string;
  readonly on: IsoDate;
  readonly name: string;
  readonly region: string;
  readonly lead: OrganizationOn;
  readonly members: readonly OrganizationOn[];
  /** What has changed since it began, the earliest first; ids are told as names. */
  readonly changes: readonly CenterSpell[];
}

/** What a field of a center said through a day. */
export interface CenterSpell {
  readonly field: CenterField;
  readonly validThrough: IsoDate;
  readonly value: string | null;
  readonly changeReportId: string;
}

/** What centers were called, who led them and who took part, day by day (第十八条). */
@Injectable()
export class CenterHistoryService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly organizationHistory: OrganizationHistoryService,
  ) {}

  /**
   * Gives a field of a locked center another value as of a day; what it said before stays in the history. Throws `change.sameDay`,
   * `center.leadTaken` where the new lead leads another center, and `conflict.duplicate` for a taken name.
   */
  async change(
    center: Center,
    field: CenterField,
    value: string,
    { effectiveOn, changeReportId }: OrganizationChange,
  ): Promise<string | null> {
    const { tenantId, id, [field]: current } = center;
    const { before, isCurrent } = await changeTimeline(
      { of: 'center', id, field, title: FIELD_TITLES[field] },
      { current, value, effectiveOn, changeReportId },
    );
    if (isCurrent) await refuseDuplicate(TenantContext.manager.update(Center, { tenantId, id }, { [field]: value }));
    return before;
  }

  /** Lets an organization take part from a day on. Throws `change.alreadyMember`, also where an earlier spell covers that day. */
  async join({ tenantId, id, leadOrganizationId }: Center, organization: Organization, on: IsoDate): Promise<void> {
    const { manager } = TenantContext;
    const key = { tenantId, centerId: id, organizationId: organization.id };
    const spells = await manager.findBy(CenterFormerMember, key);
    const isPresent = organization.id === leadOrganizationId || (await manager.existsBy(CenterMember, key));
    if (isPresent || spells.some(({ leftOn }) => leftOn > on)) {
      throw new AppError('change.alreadyMember', { organization: organization.name, effectiveOn: on });
    }
    await manager.insert(CenterMember, { ...key, joinedOn: on });
  }

  /** Ends the part of a member on a day. Throws `change.notOfCenter` where it takes no part, or has only since. */
  async leave(center: Center, organization: Organization, change: OrganizationChange): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const key = { tenantId, centerId: center.id, organizationId: organization.id };
    const member = await manager.findOneBy(CenterMember, key);
    const { effectiveOn: leftOn, changeReportId } = change;
    if (!member || (member.joinedOn !== null && member.joinedOn >= leftOn)) {
      throw new AppError('change.notOfCenter', { organization: organization.name });
    }
    await manager.delete(CenterMember, key);
    await manager.insert(CenterFormerMember, { ...key, joinedOn: member.joinedOn, leftOn, changeReportId });
  }

  /** The center that the actor may read, as it was on a day. */
  async asOf(actor: Actor, id: string, on: IsoDate): Promise<CenterOn> {
    const center = await this.centers.reachable(actor, id, 'read', 'Center');
    const { manager, tenantId } = TenantContext;
    const order = { validThrough: 'ASC', field: 'ASC' } as const;
    const rows = await manager.find(CenterHistory, { where: { tenantId, centerId: id }, order });
    const said = (field: CenterField): string => {
      const spells = rows.filter((row) => row.field === field);
      return valueOn(spells, center[field], on) ?? center[field];
    };
    const leadId = said('leadOrganizationId');
    const memberIds = (await this.membersOn(id, on)).filter((member) => member !== leadId);
    const leads = rows.flatMap(({ field, value }) => (field === 'leadOrganizationId' && value ? [value] : []));
    const organizations = await this.organizationHistory.asOf([leadId, ...memberIds, ...leads], on);
    const lead = organizations.get(leadId);
    if (!lead) throw new Error(`Center ${id} had no lead on ${on}`);
    const regions = new Map((await this.organizations.regions()).map((region) => [region.id, region.name]));
    const names = new Map([
      ...regions,
      ...[...organizations.values()].map(({ id: key, name }) => [key, name] as const),
    ]);
    return {
      ...{ id, on, lead, name: said('name'), region: regions.get(said('regionId')) ?? '' },
      members: memberIds.flatMap((member) => organizations.get(member) ?? []),
      changes: rows.map((row) => spellOf(row, names)),
    };
  }

  private async membersOn(centerId: string, on: IsoDate): Promise<string[]> {
    const { manager, tenantId } = TenantContext;
    const rows = await manager.query<{ id: string }[]>(
      `SELECT organization_id AS id FROM center_member
       WHERE tenant_id = $1 AND center_id = $2 AND (joined_on IS NULL OR joined_on <= $3::date)
       UNION SELECT organization_id FROM center_former_member
       WHERE tenant_id = $1 AND center_id = $2 AND (joined_on IS NULL OR joined_on <= $3::date) AND left_on > $3::date
       ORDER BY 1`,
      [tenantId, centerId, on],
    );
    return rows.map(({ id }) => id);
  }
}

/** A spell in which ids of organizations and regions are told as their names. */
function spellOf({ field, validThrough, value, changeReportId }: CenterHistory, names: ReadonlyMap<string, string>) {
  return { field, validThrough, changeReportId, value: value === null ? null : (names.get(value) ?? value) };
}
