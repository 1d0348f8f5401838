import { Injectable } from '@nestjs/common';
import type { Application } from '@shucu/applications';
import { Center, type CenterPart, CentersService, centerPart } from '@shucu/centers';
import { OrganizationsService, type Region } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, type Tenant, TenantContext } from '@shucu/tenancy';

/** What every document of a review is made of. */
export interface DocumentFrame {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly region: Region;
  readonly center: CenterPart;
  readonly datedOn: string;
}

/** Gathers what the documents of a review have in common. */
@Injectable()
export class DocumentFrameService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
  ) {}

  /** Organizations as they are now, the rules that the application is pinned to. */
  async of({ centerId, category, ruleSetId, regionId }: Application): Promise<DocumentFrame> {
    const { manager, tenantId } = TenantContext;
    const center = await manager.findOneByOrFail(Center, { tenantId, id: centerId });
    const region = await this.organizations.region(regionId);
    return {
      tenant: await currentTenant(),
      rules: await this.rules.get(ruleSetId),
      region,
      center: centerPart(await this.centers.withOrganizations(center), this.plugins.get(category), region),
      datedOn: await statutoryToday(manager),
    };
  }
}

/** A text as whole sentences, a paragraph each. */
export function paragraphs(text: string): string[] {
  const lines = text.split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => line.replace(/[。；]?$/u, '。'));
}
