import { Injectable } from '@nestjs/common';
import { type Center, CenterHistoryService, CentersService } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { type Organization, OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import type { ChangeOutcome, ChangeReport } from './change-report.entity.js';
import { ConsortiumChanges } from './consortium-changes.service.js';
import { asOf, OrganizationChanges } from './organization-changes.service.js';

/** Carries an approved change over into the public record, as of the day on which it took effect (第十八条). */
@Injectable()
export class ChangeApplication {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly centerHistory: CenterHistoryService,
    private readonly organizationChanges: OrganizationChanges,
    private readonly consortium: ConsortiumChanges,
  ) {}

  /** In the transaction of the approval, of a center under a lock; says what changed from what into what. */
  async apply(actor: Actor, report: ChangeReport, center: Center): Promise<ChangeOutcome> {
    const { kind, content } = report;
    const { name = '', legalRepresentative = '' } = content;
    switch (kind) {
      case 'centerRename':
        return this.renameCenter(report, center, name);
      case 'memberJoins':
        return this.consortium.join(actor, report, center);
      case 'organizationRename':
        return this.organizationChanges.set(report, await this.concerned(report, center), 'name', name);
      case 'legalRepresentative':
        return this.organizationChanges.set(report, await this.concerned(report, center), kind, legalRepresentative);
      case 'relocation':
        return this.organizationChanges.relocate(report, center, await this.concerned(report, center));
      case 'memberLeaves':
        return this.consortium.leave(report, center, await this.concerned(report, center));
      default:
        return this.consortium.succeed(actor, report, center, await this.concerned(report, center));
    }
  }

  private async renameCenter(report: ChangeReport, center: Center, name: string): Promise<ChangeOutcome> {
    const before = await this.centerHistory.change(center, 'name', name, asOf(report));
    return { items: [{ item: '中心名称', before: before ?? center.name, after: name }], consequences: [] };
  }

  /** The lead or the member to which it happened. Throws `change.notOfCenter` where it is neither any more. */
  private async concerned({ content }: ChangeReport, center: Center): Promise<Organization> {
    const { lead, members } = await this.centers.withOrganizations(center);
    const found = [lead, ...members].find(({ id }) => id === content.organizationId);
    if (found) return found;
    const [known] = await this.organizations.byIds(content.organizationId ? [content.organizationId] : []);
    throw new AppError('change.notOfCenter', { organization: known?.name ?? '' });
  }
}
