import { Injectable } from '@nestjs/common';
import { daysLate } from '@shucu/calendar';
import { CentersService } from '@shucu/centers';
import { EvidenceService } from '@shucu/evidence';
import { AppError } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { ChangeDeadlines } from './change-deadlines.service.js';
import { CHANGE_KINDS, ChangeReport } from './change-report.entity.js';
import { CHANGE_REPORT_MACHINE } from './change-report.machine.js';
import { CHANGE_FILED } from './change-report.messages.js';
import { CHANGE_REPORT, ChangeReportsService } from './change-reports.service.js';

/** Files change reports and takes them back (第十八条). */
@Injectable()
export class ChangeFilingService {
  constructor(
    private readonly reports: ChangeReportsService,
    private readonly centers: CentersService,
    private readonly evidence: EvidenceService,
    private readonly workflow: WorkflowService,
    private readonly deadlines: ChangeDeadlines,
    private readonly notifications: NotificationsService,
  ) {}

  /** Files a report with its evidence. Whether it was late is decided by the first filing. Throws `change.noEvidence`. */
  async file(actor: Actor, id: string, version: number): Promise<ChangeReport> {
    const { centerId } = await this.reports.get(actor, id, 'file');
    const center = await this.centers.writable(actor, centerId, 'file', 'ChangeReport');
    const { manager, tenantId } = TenantContext;
    const lock = { mode: 'pessimistic_write' } as const;
    const report = await manager.findOneOrFail(ChangeReport, { where: { tenantId, id }, lock });
    const filedOn = report.filedOn ?? (await statutoryToday(manager));
    const late = daysLate(report.dueOn, filedOn);
    const taken = await this.workflow.take(CHANGE_REPORT_MACHINE, {
      ...{ id, transition: 'file', actor, version, details: { filedOn, dueOn: report.dueOn, daysLate: late } },
      change: { filed_by: actor.accountId, filed_on: filedOn, days_late: late, remarks: '[]' },
    });
    if ((await this.evidence.of(CHANGE_REPORT, [id])).length === 0) throw new AppError('change.noEvidence');
    await this.deadlines.filed(report, center);
    const { kind, effectiveOn } = report;
    const lateness = late > 0 ? `逾期 ${late} 日` : '按期';
    await this.notifications.send(
      CHANGE_FILED,
      { roles: [{ role: 'provinceOfficer' }, { role: 'cityOfficer', regionId: center.regionId }] },
      {
        subject: { kind: CHANGE_REPORT, id },
        key: `${id}:${taken.version}`,
        params: { center: center.name, kind: CHANGE_KINDS[kind], effectiveOn, lateness },
      },
    );
    return this.reports.get(actor, id);
  }

  /** Takes a report back that is not decided yet. */
  async withdraw(
    actor: Actor,
    id: string,
    { version, reason }: { version: number; reason: string },
  ): Promise<ChangeReport> {
    await this.reports.get(actor, id, 'update');
    await this.workflow.take(CHANGE_REPORT_MACHINE, { id, transition: 'withdraw', actor, version, reason });
    await this.deadlines.withdrawn(id);
    return this.reports.get(actor, id);
  }
}
