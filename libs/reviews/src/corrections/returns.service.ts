import { Injectable } from '@nestjs/common';
import { APPLICATION_MACHINE, APPLICATION_SUBJECT, type Application, ApplicationsService } from '@shucu/applications';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import { AppError, type IsoDate, newId } from '@shucu/kernel';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { CorrectionNoticeService } from '../documents/correction-notice.service.js';
import { ReviewMessagesService } from '../messages/review-messages.service.js';
import { StageEndingService } from '../stage-ending.service.js';
import { StageGuard } from '../stage-guard.service.js';
import { Correction, CorrectionRemark, RETURNING_STAGES, type ReturningStage } from './correction.entity.js';
import type { NewRemark } from './new-remark.js';
import { placeFaults, remarkPlaces } from './remark-places.js';

/** The applicant's period for a correction. */
export const CORRECTION_DEADLINE = 'application.correction';

/** Days before the end of the period on which the applicant is reminded. */
const REMIND_DAYS_BEFORE = [3, 1];

export interface ReturnOrder {
  readonly version: number;
  readonly reason: string;
  readonly remarks: readonly NewRemark[];
}

interface Period {
  readonly dueOn: IsoDate;
  readonly arithmetic: string;
}

/** Returns applications for correction at every stage, item by item (退回补正, 第十一条、第十二条). */
@Injectable()
export class ReturnsService {
  constructor(
    private readonly guard: StageGuard,
    private readonly applications: ApplicationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly calendar: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly workflow: WorkflowService,
    private readonly ending: StageEndingService,
    private readonly notice: CorrectionNoticeService,
    private readonly messages: ReviewMessagesService,
  ) {}

  /**
   * Returns it by the office that has it: the stage's limit ends, the applicant's period begins, the notice is issued. Throws
   * `validation.failed` where a remark is about no place of the application.
   */
  async return(actor: Actor, id: string, { version, reason, remarks }: ReturnOrder): Promise<void> {
    const application = await this.guard.enter(actor, id, 'return', version);
    const faults = placeFaults(remarkPlaces(this.plugins.get(application.category), application.variant), remarks);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    const details = { submission: application.submissions, places: remarks.map(({ place }) => place) };
    await this.workflow.take(APPLICATION_MACHINE, { id, transition: 'return', actor, reason, details });
    const correction = await this.write(actor, application, {
      reason,
      period: await this.period(application),
      remarks,
    });
    await this.ending.cancel(application);
    await this.beginPeriod(application, correction);
    await this.notice.issue(application, correction, remarks);
    await this.messages.returned(application, correction, remarks.length);
  }

  private async period({ ruleSetId }: Application): Promise<Period> {
    const { parameters } = await this.rules.get(ruleSetId);
    const days = parameters.internalLimits.correctionWorkingDays;
    const words = { verb: '补正期限', act: '退回' };
    const { dueOn, arithmetic } = await this.calendar.workingDaysFromToday(days, words);
    return { dueOn, arithmetic };
  }

  private async write(
    actor: Actor,
    { id: applicationId, state, submissions: submission }: Application,
    { reason, period, remarks }: { reason: string; period: Period; remarks: readonly NewRemark[] },
  ): Promise<Correction> {
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const row = { tenantId, id, applicationId, submission, stage: stageOf(state), reason };
    await manager.insert(Correction, { ...row, ...period, returnedBy: actor.accountId });
    await manager.insert(
      CorrectionRemark,
      remarks.map((remark) => ({ ...remark, tenantId, id: newId(), correctionId: id })),
    );
    return manager.findOneByOrFail(Correction, { tenantId, id });
  }

  private async beginPeriod(application: Application, { dueOn, arithmetic, stage }: Correction): Promise<void> {
    const { id, name, centerId } = application;
    await this.deadlines.set({
      ...{ kind: CORRECTION_DEADLINE, subjectKind: APPLICATION_SUBJECT, subjectId: id, centerId, dueOn, arithmetic },
      title: `补正申报材料：${name}`,
      article: stage === 'submitted' ? '第十一条' : '第十二条',
      holders: this.applications.leadHolders(application),
      remindDaysBefore: REMIND_DAYS_BEFORE,
    });
  }
}

function stageOf(state: Application['state']): ReturningStage {
  const stage = RETURNING_STAGES.find((one) => one === state);
  if (!stage) throw new Error(`Nothing is returned from ${state}`);
  return stage;
}
