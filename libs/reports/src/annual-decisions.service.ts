import { Injectable } from '@nestjs/common';
import { CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { type NotificationDefinition, NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { WorkflowService } from '@shucu/workflow';
import { AnnualFilingService } from './annual-filing.service.js';
import type { AnnualReport, ReportRemark } from './annual-report.entity.js';
import { ANNUAL_REPORT_MACHINE } from './annual-report.machine.js';
import { REPORT_ACCEPTED, REPORT_RETURNED } from './annual-report.messages.js';
import { ANNUAL_REPORT, AnnualReportsService } from './annual-reports.service.js';

/** What the province does with a filed report (第十五条): never by who filed it, nor by who belongs to the center. */
@Injectable()
export class AnnualDecisionsService {
  constructor(
    private readonly reports: AnnualReportsService,
    private readonly filings: AnnualFilingService,
    private readonly centers: CentersService,
    private readonly workflow: WorkflowService,
    private readonly notifications: NotificationsService,
  ) {}

  /** Returns it for correction, with what is to be corrected item by item. */
  async return(
    actor: Actor,
    id: string,
    { version, reason, remarks }: { version: number; reason: string; remarks: readonly ReportRemark[] },
  ): Promise<AnnualReport> {
    const report = await this.decidable(actor, id);
    const change = { remarks: JSON.stringify(remarks) };
    const taken = await this.workflow.take(ANNUAL_REPORT_MACHINE, {
      ...{ id, transition: 'return', actor, version, reason, change, details: { remarks } },
    });
    await this.tell(REPORT_RETURNED, report, { key: `${id}:${taken.version}`, reason });
    return this.reports.get(actor, id);
  }

  /** Accepts it: it is part of the center's record from now on. */
  async accept(
    actor: Actor,
    id: string,
    { version, opinion }: { version: number; opinion?: string | undefined },
  ): Promise<AnnualReport> {
    const report = await this.decidable(actor, id);
    const taken = await this.workflow.take(ANNUAL_REPORT_MACHINE, {
      ...{ id, transition: 'accept', actor, version, reason: opinion },
    });
    await this.tell(REPORT_ACCEPTED, report, { key: `${id}:${taken.version}`, reason: opinion ?? '' });
    return this.reports.get(actor, id);
  }

  private async decidable(actor: Actor, id: string): Promise<AnnualReport> {
    const report = await this.reports.get(actor, id, 'decide');
    const last = (await this.filings.filingsOf(id)).at(-1);
    if (last?.filedBy === actor.accountId) throw new AppError('report.ownReport');
    await refuseOwnCenters(actor, [report.centerId]);
    return report;
  }

  private async tell(
    definition: NotificationDefinition,
    { id, centerId, year }: AnnualReport,
    { key, reason }: { key: string; reason: string },
  ): Promise<void> {
    const center = await this.centers.byId(centerId);
    const to = { roles: [{ role: 'centerOperator', organizationId: center.leadOrganizationId } as const] };
    const params = { center: center.name, year, reason };
    await this.notifications.send(definition, to, { subject: { kind: ANNUAL_REPORT, id }, key, params });
  }
}
