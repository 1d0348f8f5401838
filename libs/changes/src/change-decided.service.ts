import { Injectable } from '@nestjs/common';
import { type Center, CentersService } from '@shucu/centers';
import { type ChangeApprovalData, DocumentsService, documentSeries, officialParts, sentence } from '@shucu/documents';
import { type NotificationDefinition, NotificationsService } from '@shucu/notifications';
import { OrganizationsService } from '@shucu/organizations';
import { RuleSetsService } from '@shucu/rule-sets';
import { currentTenant } from '@shucu/tenancy';
import { ChangeDeadlines } from './change-deadlines.service.js';
import { CHANGE_KINDS, type ChangeReport } from './change-report.entity.js';
import { CHANGE_REPORT } from './change-reports.service.js';

/** What follows a decision: its document, an end to the waiting, and word to those whom it concerns. */
@Injectable()
export class ChangeDecided {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly rules: RuleSetsService,
    private readonly documents: DocumentsService,
    private readonly deadlines: ChangeDeadlines,
    private readonly notifications: NotificationsService,
  ) {}

  /** Tells the operators of the lead, of the one before the change and of the one after it. */
  async tell(
    definition: NotificationDefinition,
    { id, centerId, kind, effectiveOn, version }: ChangeReport,
    { center, reason }: { readonly center: Center; readonly reason: string },
  ): Promise<void> {
    await this.deadlines.decided(id);
    const now = await this.centers.byId(centerId);
    const leads = [...new Set([center.leadOrganizationId, now.leadOrganizationId])];
    const roles = leads.map((organizationId) => ({ role: 'centerOperator', organizationId }) as const);
    const params = { center: now.name, kind: CHANGE_KINDS[kind], effectiveOn, reason };
    const subject = { kind: CHANGE_REPORT, id };
    await this.notifications.send(definition, { roles }, { subject, key: `${id}:${version}`, params });
  }

  /** Issues the numbered notice of an approved change (变更备案通知). */
  async publish(report: ChangeReport): Promise<void> {
    const center = await this.centers.byId(report.centerId);
    const { lead } = await this.centers.withOrganizations(center);
    const { bureau } = await this.organizations.region(center.regionId);
    const tenant = await currentTenant();
    const rules = await this.rules.get(report.ruleSetId);
    const { decidedOn, filedOn, outcome } = report;
    if (!decidedOn || !filedOn || !outcome) throw new Error(`Change report ${report.id} is not approved`);
    const data = (number: string): ChangeApprovalData => ({
      ...officialParts({ rules, datedOn: decidedOn }, tenant.department, number),
      ...{ recipients: [lead.name, bureau], centerName: center.name },
      ...{ changeTitle: CHANGE_KINDS[report.kind], changedOn: report.effectiveOn, reportedOn: filedOn },
      ...{ dueOn: report.dueOn, arithmetic: sentence(report.arithmetic), daysLate: report.daysLate ?? 0 },
      ...{ changes: [...outcome.items], effectiveOn: report.effectiveOn, consequences: [...outcome.consequences] },
    });
    await this.documents.issue(documentSeries('changeApproval', { tenant, day: decidedOn }), [
      {
        ...{ kind: 'changeApproval', subjectId: report.id, centerId: center.id, category: center.category },
        ...{ title: `关于${center.name}${CHANGE_KINDS[report.kind]}备案的通知`, released: true, data },
      },
    ]);
  }
}
