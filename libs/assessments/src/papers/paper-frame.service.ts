import { Injectable } from '@nestjs/common';
import { type Center, type CenterPart, CentersService, centerPart } from '@shucu/centers';
import { OrganizationsService } from '@shucu/organizations';
import { PluginRegistry } from '@shucu/plugin-host';
import { type CategoryPlugin, FIELDS, INDUSTRY_TITLES } from '@shucu/plugin-sdk';
import { type RuleSet, RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, statutoryToday, type Tenant, TenantContext } from '@shucu/tenancy';
import type { Assessment, AssessmentPurpose } from '../assessment.entity.js';
import { ExpertProfile } from '../group/expert-profile.entity.js';

/** What the papers of an assessment have in common. */
export interface PaperFrame {
  readonly tenant: Tenant;
  readonly rules: RuleSet;
  readonly center: Center;
  readonly part: CenterPart;
  readonly plugin: CategoryPlugin;
  /** Day of issue, an ISO date. */
  readonly day: string;
}

/** What a paper says an assessment is for. */
export const PURPOSE_TITLES: Readonly<Record<AssessmentPurpose, string>> = {
  application: '核查评估',
  rating: '年度运行质量评估',
};

/** An expert on paper. */
export interface ExpertPart {
  readonly employer: string;
  readonly fields: string[];
}

/** Gathers what the papers of an assessment are made of. */
@Injectable()
export class PaperFrameService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
  ) {}

  /** The center as it is now, the rules that the assessment is pinned to. */
  async of({ centerId, ruleSetId }: Assessment): Promise<PaperFrame> {
    const center = await this.centers.byId(centerId);
    const plugin = this.plugins.get(center.category);
    const region = await this.organizations.region(center.regionId);
    return {
      tenant: await currentTenant(),
      rules: await this.rules.get(ruleSetId),
      center,
      part: centerPart(await this.centers.withOrganizations(center), plugin, region),
      plugin,
      day: await statutoryToday(TenantContext.manager),
    };
  }

  /** What the pool knows of experts, by account. */
  async experts(ids: readonly string[]): Promise<ReadonlyMap<string, ExpertPart>> {
    const { manager, tenantId } = TenantContext;
    const profiles = await manager
      .createQueryBuilder(ExpertProfile, 'profile')
      .where('profile.tenant_id = :tenantId AND profile.id = ANY (:ids)', { tenantId, ids })
      .getMany();
    const known = new Map(profiles.map((profile) => [profile.id, profile]));
    return new Map(ids.map((id) => [id, expertPart(known.get(id))]));
  }
}

/** The parts that every report of an assessment has on its cover. */
export function reportFrame({ tenant, rules, day }: PaperFrame, year: number, number: string) {
  return {
    departmentName: tenant.department,
    number,
    year,
    ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
    generatedOn: day,
  };
}

/** Titles of technical fields and industrial divisions. */
export function fieldTitles(fields: readonly string[]): string[] {
  return fields.map((id) => FIELDS[id as keyof typeof FIELDS]?.['zh-CN'] ?? INDUSTRY_TITLES[id] ?? id);
}

function expertPart(profile: ExpertProfile | undefined): ExpertPart {
  const current = profile?.employers.find(({ to }) => to === null);
  return { employer: current?.name ?? '未登记工作单位', fields: fieldTitles(profile?.fields ?? []) };
}
