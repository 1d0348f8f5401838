import { Injectable } from '@nestjs/common';
import { type Center, CenterHistoryService } from '@shucu/centers';
import {
  ORGANIZATION_FIELD_TITLES,
  type Organization,
  type OrganizationField,
  OrganizationHistoryService,
  OrganizationsService,
} from '@shucu/organizations';
import type { ChangeItem, ChangeOutcome, ChangeReport } from './change-report.entity.js';

const UNKNOWN = '（未登记）';

/** Changes of an organization that stays who it is: its name, its place, who stands for it. */
@Injectable()
export class OrganizationChanges {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly organizationHistory: OrganizationHistoryService,
    private readonly centerHistory: CenterHistoryService,
  ) {}

  /** Sets one field as of the report's day. */
  async set(
    report: ChangeReport,
    { id, name }: Organization,
    field: Exclude<OrganizationField, 'regionId'>,
    value: string,
  ): Promise<ChangeOutcome> {
    const before = await this.organizationHistory.change(id, field, value, asOf(report));
    const whose = field === 'name' ? '' : `${name} `;
    const item = { item: `${whose}${ORGANIZATION_FIELD_TITLES[field]}`, before: before ?? UNKNOWN, after: value };
    return { items: [item], consequences: [] };
  }

  /** Moves an organization; where it leads the center and has gone to another region, so has the center. */
  async relocate(report: ChangeReport, center: Center, organization: Organization): Promise<ChangeOutcome> {
    const { address = '', region: name } = report.content;
    const moved = await this.set(report, organization, 'address', address);
    if (!name) return moved;
    const region = await this.organizations.regionNamed(name);
    if (region.id === organization.regionId) return moved;
    const earlier = await this.organizations.region(organization.regionId);
    await this.organizationHistory.change(organization.id, 'regionId', region.id, asOf(report));
    const item: ChangeItem = { item: `${organization.name} 所属地区`, before: earlier.name, after: region.name };
    const items = [...moved.items, item];
    if (organization.id !== center.leadOrganizationId) return { items, consequences: [] };
    await this.centerHistory.change(center, 'regionId', region.id, asOf(report));
    return { items, consequences: [`自变更之日起，${center.name}由${region.bureau}负责日常监管。`] };
  }
}

/** The day and the report by which the history tells a change. */
export function asOf({ effectiveOn, id }: ChangeReport): { effectiveOn: string; changeReportId: string } {
  return { effectiveOn, changeReportId: id };
}
