import { Injectable } from '@nestjs/common';
import { type Center, CenterHistoryService, CenterMember, CentersService } from '@shucu/centers';
import { AppError, chineseDate } from '@shucu/kernel';
import { type Organization, OrganizationHistoryService, OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { ChangeDeadlines } from './change-deadlines.service.js';
import type { ChangeItem, ChangeOutcome, ChangeReport } from './change-report.entity.js';
import { asOf } from './organization-changes.service.js';

const NOBODY = '—';

/** Changes of who stands behind a center: members come and go, and one organization takes another one's place. */
@Injectable()
export class ConsortiumChanges {
  constructor(
    private readonly organizations: OrganizationsService,
    private readonly organizationHistory: OrganizationHistoryService,
    private readonly centerHistory: CenterHistoryService,
    private readonly centers: CentersService,
    private readonly deadlines: ChangeDeadlines,
  ) {}

  /** Somebody joins; who is not registered yet is from now on. */
  async join(actor: Actor, report: ChangeReport, center: Center): Promise<ChangeOutcome> {
    const joining = await this.party(actor, report);
    await this.centerHistory.join(center, joining, report.effectiveOn);
    return { items: [{ item: '联合体成员', before: NOBODY, after: joining.name }], consequences: [] };
  }

  /** A member leaves; a lead cannot. Throws `change.leadLeaves`. */
  async leave(report: ChangeReport, center: Center, leaving: Organization): Promise<ChangeOutcome> {
    if (leaving.id === center.leadOrganizationId) throw new AppError('change.leadLeaves');
    await this.centerHistory.leave(center, leaving, asOf(report));
    const consequences = [`${leaving.name}退出前以该中心名义提供的服务和形成的记录，由${center.name}保留。`];
    return { items: [{ item: '联合体成员', before: leaving.name, after: NOBODY }], consequences };
  }

  /**
   * One organization takes the place of another one, as the lead or as a member. The center stays the center: its records, ratings and
   * cases are its own. A ban passes on (第十七条).
   */
  async succeed(actor: Actor, report: ChangeReport, center: Center, predecessor: Organization): Promise<ChangeOutcome> {
    const kind = report.kind as 'merger' | 'split' | 'reorganisation';
    const successor = await this.party(actor, report);
    const bannedThrough = await this.organizationHistory.succeed(predecessor, successor, kind, asOf(report));
    const isLead = predecessor.id === center.leadOrganizationId;
    if (isLead) await this.replaceLead(report, center, successor);
    else await this.replaceMember(report, center, predecessor, successor);
    const item: ChangeItem = {
      item: isLead ? '牵头单位' : '联合体成员',
      before: `${predecessor.name}（${predecessor.creditCode}）`,
      after: `${successor.name}（${successor.creditCode}）`,
    };
    const kept = `${center.name}此前的服务记录、资源台账、年度报告和评估结果继续有效，由变更后的中心保留。`;
    const access = `${successor.name}的经办人账号由省级管理员开通，${predecessor.name}的经办人不再具有该中心的权限。`;
    const ban = `${predecessor.name}不得再次申报的期限（至${chineseDate(bannedThrough ?? report.effectiveOn)}）及于${successor.name}。`;
    return { items: [item], consequences: [kept, ...(isLead ? [access] : []), ...(bannedThrough ? [ban] : [])] };
  }

  private async replaceLead(report: ChangeReport, center: Center, successor: Organization): Promise<void> {
    const { id, leadOrganizationId: former } = center;
    // Whoever led a consortium and is absorbed by one of its members leaves its place to that member.
    if (await isMember(center, successor)) await this.centerHistory.leave(center, successor, asOf(report));
    await this.centerHistory.change(center, 'leadOrganizationId', successor.id, asOf(report));
    const now = await this.centers.byId(id);
    if (now.leadOrganizationId === successor.id) await this.deadlines.handOver(id, former, successor.id);
  }

  private async replaceMember(
    report: ChangeReport,
    center: Center,
    predecessor: Organization,
    successor: Organization,
  ): Promise<void> {
    await this.centerHistory.leave(center, predecessor, asOf(report));
    const isPresent = successor.id === center.leadOrganizationId || (await isMember(center, successor));
    if (!isPresent) await this.centerHistory.join(center, successor, report.effectiveOn);
  }

  private async party(actor: Actor, { id, content }: ChangeReport): Promise<Organization> {
    const { party, region } = content;
    if (!party || !region) throw new Error(`Change report ${id} names no party`);
    const { id: regionId } = await this.organizations.regionNamed(region);
    return this.organizationHistory.registered(actor, { ...party, regionId });
  }
}

function isMember({ tenantId, id: centerId }: Center, { id: organizationId }: Organization): Promise<boolean> {
  return TenantContext.manager.existsBy(CenterMember, { tenantId, centerId, organizationId });
}
