import { Injectable } from '@nestjs/common';
import { Center, CentersService, type CenterWithOrganizations } from '@shucu/centers';
import { OrganizationsService, type Region } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, type Tenant, TenantContext } from '@shucu/tenancy';
import type { RevocationCase } from './revocation-case.entity.js';

/** What every document of a case is made of. */
export interface CaseFrame {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly whole: CenterWithOrganizations;
  readonly region: Region;
  readonly categoryTitle: string;
  readonly datedOn: string;
}

/** Gathers what the documents of a case have in common. */
@Injectable()
export class CaseFrameService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
  ) {}

  /** Center and organizations as they are now, the rules as they were when the case was opened. */
  async of({ centerId, ruleSetId }: RevocationCase): Promise<CaseFrame> {
    const { manager, tenantId } = TenantContext;
    const center = await manager.findOneByOrFail(Center, { tenantId, id: centerId });
    return {
      tenant: await currentTenant(),
      rules: await this.rules.get(ruleSetId),
      whole: await this.centers.withOrganizations(center),
      region: await this.organizations.region(center.regionId),
      categoryTitle: this.plugins.get(center.category).title['zh-CN'],
      datedOn: await statutoryToday(manager),
    };
  }
}

/** How the notice of a revocation is called. */
export function noticeTitle(center: Pick<Center, 'name'>): string {
  return `关于撤销${center.name}评价资格的通知`;
}
