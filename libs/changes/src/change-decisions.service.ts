import { Injectable } from '@nestjs/common';
import { type Center, CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import type { NotificationDefinition } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { refuseStale, WorkflowService } from '@shucu/workflow';
import { ChangeApplication } from './change-application.service.js';
import { ChangeDecided } from './change-decided.service.js';
import { type ChangeRemark, ChangeReport } from './change-report.entity.js';
import { CHANGE_REPORT_MACHINE } from './change-report.machine.js';
import { CHANGE_APPROVED, CHANGE_REFUSED, CHANGE_RETURNED } from './change-report.messages.js';
import { ChangeReportsService } from './change-reports.service.js';

export interface ChangeDecision {
  readonly version: number;
  readonly reason: string;
}

/** What the province does with a filed change (第十八条): never by who filed it, nor by who belongs to the center. */
@Injectable()
export class ChangeDecisionsService {
  constructor(
    private readonly reports: ChangeReportsService,
    private readonly centers: CentersService,
    private readonly workflow: WorkflowService,
    private readonly application: ChangeApplication,
    private readonly decided: ChangeDecided,
  ) {}

  /** Returns it for correction, with what is to be corrected. */
  async return(
    actor: Actor,
    id: string,
    { version, reason, remarks }: ChangeDecision & { readonly remarks: readonly ChangeRemark[] },
  ): Promise<ChangeReport> {
    const center = await this.lockCenter(actor, id);
    const change = { remarks: JSON.stringify(remarks) };
    const order = { id, actor, version, reason, change, details: { remarks } };
    await this.workflow.take(CHANGE_REPORT_MACHINE, { ...order, transition: 'return' });
    return this.tell(actor, id, CHANGE_RETURNED, { center, reason });
  }

  /** Refuses it: the public record stays as it is. */
  async refuse(actor: Actor, id: string, { version, reason }: ChangeDecision): Promise<ChangeReport> {
    const center = await this.lockCenter(actor, id);
    const change = await decisionBy(actor);
    await this.workflow.take(CHANGE_REPORT_MACHINE, { id, transition: 'refuse', actor, version, reason, change });
    return this.tell(actor, id, CHANGE_REFUSED, { center, reason });
  }

  /** Approves it: the public record says so as of the day on which the change took effect, all of it or nothing. */
  async approve(actor: Actor, id: string, { version, reason }: ChangeDecision): Promise<ChangeReport> {
    const center = await this.lockCenter(actor, id);
    const { manager, tenantId } = TenantContext;
    const lock = { mode: 'pessimistic_write' } as const;
    const report = await manager.findOneOrFail(ChangeReport, { where: { tenantId, id }, lock });
    await refuseStale(CHANGE_REPORT_MACHINE, report, version);
    // Only a filed one is carried over; that another one cannot be approved is said by the machine.
    const outcome = report.state === 'filed' ? await this.application.apply(actor, report, center) : null;
    const change = { ...(await decisionBy(actor)), outcome: outcome && JSON.stringify(outcome) };
    const order = { id, actor, version, reason, change, details: { ...outcome } };
    await this.workflow.take(CHANGE_REPORT_MACHINE, { ...order, transition: 'approve' });
    await this.decided.publish(await this.reports.get(actor, id));
    return this.tell(actor, id, CHANGE_APPROVED, { center, reason });
  }

  private async lockCenter(actor: Actor, id: string): Promise<Center> {
    const { centerId, filedBy } = await this.reports.get(actor, id, 'decide');
    if (filedBy === actor.accountId) throw new AppError('report.ownReport');
    await refuseOwnCenters(actor, [centerId]);
    return this.centers.lock(centerId);
  }

  private async tell(
    actor: Actor,
    id: string,
    definition: NotificationDefinition,
    told: { readonly center: Center; readonly reason: string },
  ): Promise<ChangeReport> {
    const report = await this.reports.get(actor, id);
    await this.decided.tell(definition, report, told);
    return report;
  }
}

async function decisionBy({ accountId }: Actor): Promise<{ decided_by: string; decided_on: string }> {
  return { decided_by: accountId, decided_on: await statutoryToday(TenantContext.manager) };
}
