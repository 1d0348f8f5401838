import { Injectable } from '@nestjs/common';
import { needsIndustry, refuseOwnCenters } from '@shucu/centers';
import { AppError, newId } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import type { Application } from '../application.entity.js';
import { APPLICATION_MACHINE } from '../application.machine.js';
import { APPLICATION_EXCEPTED } from '../application-messages.js';
import { ApplicationsService } from '../applications.service.js';
import type { CheckFault } from '../check/check.types.js';
import { ApplicationOverride, type ExclusionRule } from './application-override.entity.js';
import { conflictingCenters, sameIndustryCenters } from './conflicts.repository.js';

/** A center beside which 第八条 has no place for this one. */
export interface Exclusion {
  readonly rule: ExclusionRule;
  readonly centerId: string;
  readonly center: string;
  /** The organization that both have, under the rule for organizations. */
  readonly organization: string | null;
  /** Whether a written exception was made. */
  readonly overridden: boolean;
}

/** 第八条 in principle: an organization builds one type of center, an industry has one industry center. */
@Injectable()
export class ExclusionsService {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly plugins: PluginRegistry,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  /** What stands against the application today, also what an exception was made for. */
  async of(application: Application): Promise<Exclusion[]> {
    const overrides = await this.overridesOf(application);
    const members = await this.applications.membersOf(application);
    const byOrganization = await conflictingCenters(application, [
      application.leadOrganizationId,
      ...members.map(({ organizationId }) => organizationId),
    ]);
    const isIndustry = application.industry && needsIndustry(this.plugins.get(application.category));
    const byIndustry = isIndustry ? await sameIndustryCenters(application) : [];
    const excluded = (rule: ExclusionRule, centerId: string): boolean =>
      overrides.some((override) => override.rule === rule && override.centerIds.includes(centerId));
    return [
      ...byOrganization.map((row) => ({ ...row, rule: 'organization' as const })),
      ...byIndustry.map((row) => ({ ...row, organization: null, rule: 'industry' as const })),
    ].map((row) => ({ ...row, overridden: excluded(row.rule, row.centerId) }));
  }

  /** Throws `application.excluded` where 第八条 stands against it without a written exception. */
  async refuse(application: Application): Promise<void> {
    const faults = (await this.of(application)).filter(({ overridden }) => !overridden).map(exclusionFault);
    if (faults.length > 0) throw new AppError('application.excluded', { count: faults.length }, faults);
  }

  /** A province officer makes a written exception for what stands against it now; recorded with the application. */
  async override(
    actor: Actor,
    id: string,
    { version, rule, reason }: { version: number; rule: ExclusionRule; reason: string },
  ): Promise<ApplicationOverride> {
    const { centerId } = await this.applications.reachable(actor, id, 'override');
    await refuseOwnCenters(actor, [centerId]);
    const application = await this.applications.lock(id);
    const open = (await this.of(application)).filter((found) => found.rule === rule && !found.overridden);
    if (open.length === 0) throw new AppError('application.nothingExcluded');
    const { manager, tenantId } = TenantContext;
    const centerIds = open.map(({ centerId }) => centerId);
    const row = { tenantId, id: newId(), applicationId: id, rule, centerIds, reason, decidedBy: actor.accountId };
    await this.workflow.record(APPLICATION_MACHINE, {
      ...{ id, event: 'override', article: '第八条', actor, version, reason },
      details: { rule, centerIds },
    });
    await manager.insert(ApplicationOverride, row);
    await this.notifications.send(
      APPLICATION_EXCEPTED,
      { roles: this.applications.leadHolders(application) },
      { subject: { kind: 'application', id }, key: row.id, params: { name: application.name, reason } },
    );
    return manager.findOneByOrFail(ApplicationOverride, { tenantId, id: row.id });
  }

  /** The written exceptions, the earliest first. */
  overridesOf({ id }: Pick<Application, 'id'>): Promise<ApplicationOverride[]> {
    const { manager, tenantId } = TenantContext;
    return manager.find(ApplicationOverride, { where: { tenantId, applicationId: id }, order: { id: 'ASC' } });
  }
}

/** An exclusion as a sentence at the field that it is about. */
export function exclusionFault({ rule, center, organization }: Exclusion): CheckFault {
  if (rule === 'industry') {
    return {
      field: 'industry',
      rule: 'articleEight',
      message: `该行业已有行业类数促中心“${center}”（第八条：原则上每个行业只建设 1 个），如确有必要，请省级工信部门书面同意`,
      en: `"${center}" is of this industry already (article 8); the province can make a written exception`,
      article: '第八条',
    };
  }
  return {
    field: 'category',
    rule: 'articleEight',
    message: `“${organization}”已建设或正在申报“${center}”（第八条：原则上每个单位只建设 1 种类型），如确有必要，请省级工信部门书面同意`,
    en: `"${organization}" builds "${center}" already (article 8); the province can make a written exception`,
    article: '第八条',
  };
}
