import { Injectable } from '@nestjs/common';
import { type Application, ApplicationsService } from '@shucu/applications';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import type { PublishedCandidate } from './published-list.js';

/** Gathers what of applications is shown to the public. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
  ) {}

  async of(applications: readonly Application[]): Promise<PublishedCandidate[]> {
    const candidates: PublishedCandidate[] = [];
    for (const application of applications) {
      const members = await this.applications.membersOf(application);
      candidates.push({
        application,
        plugin: this.plugins.get(application.category),
        lead: await this.applications.leadOf(application),
        members: await this.organizations.byIds(members.map(({ organizationId }) => organizationId)),
        region: await this.organizations.region(application.regionId),
      });
    }
    return candidates;
  }
}
