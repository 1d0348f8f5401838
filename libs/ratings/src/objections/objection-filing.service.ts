import { Injectable } from '@nestjs/common';
import { Center } from '@shucu/centers';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import { EvidenceService } from '@shucu/evidence';
import { AppError, newId } from '@shucu/kernel';
import { NotificationsService } from '@shucu/notifications';
import type { Actor } from '@shucu/permissions';
import { RuleSetsService } from '@shucu/rule-sets';
import { TenantContext } from '@shucu/tenancy';
import { WorkflowService } from '@shucu/workflow';
import { OBJECTION_FILED } from '../rating-messages.js';
import type { RatingRun } from '../rating-run.entity.js';
import { RATING_RUN_MACHINE } from '../rating-run.machine.js';
import { RatingsService } from '../ratings.service.js';
import { RatingObjection } from './rating-objection.entity.js';
import { RATING_OBJECTION_MACHINE } from './rating-objection.machine.js';
import {
  ANSWER_DEADLINE,
  OBJECTION_SUBJECT,
  RatingObjectionsService,
  runUnderShareLock,
} from './rating-objections.service.js';

export interface NewObjection {
  readonly objection: string;
  readonly evidence: readonly string[];
}

const WORDS = { verb: '异议答复期限', act: '收到异议' };
const FILED = { state: 'filed', version: 1 } as const;
const OFFICERS = { role: 'provinceOfficer' } as const;

/** Takes a center's objection to its rating in. */
@Injectable()
export class ObjectionFilingService {
  constructor(
    private readonly ratings: RatingsService,
    private readonly objections: RatingObjectionsService,
    private readonly rules: RuleSetsService,
    private readonly calendars: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
    private readonly workflow: WorkflowService,
    private readonly evidence: EvidenceService,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * Files an objection: between disclosure and finalisation, where it has to be answered before anything is final, or after the
   * publication. A center has one at a time (`ratingObjection.open`).
   */
  async file(actor: Actor, ratingId: string, { objection, evidence }: NewObjection): Promise<RatingObjection> {
    const { runId, centerId } = await this.ratings.reachable(actor, ratingId, 'object');
    const run = await runUnderShareLock(runId);
    refuseClosed(run);
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const place = { subjectKind: OBJECTION_SUBJECT, subjectId: id, place: 'objection', centerId, year: run.year };
    await this.evidence.cite(actor, place, evidence);
    const row = { tenantId, id, runId, centerId, objection, filedBy: actor.accountId, ...FILED };
    const insertion = manager.createQueryBuilder().insert().into(RatingObjection).values(row);
    await insertion.orIgnore().updateEntity(false).execute();
    if (!(await manager.findOneBy(RatingObjection, { tenantId, id }))) throw new AppError('ratingObjection.open');
    await this.workflow.begin(RATING_OBJECTION_MACHINE, { id, actor, state: 'filed' });
    await this.askForAnswer(id, centerId, run);
    return this.objections.get(actor, id);
  }

  private async askForAnswer(id: string, centerId: string, run: RatingRun): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const { name } = await manager.findOneByOrFail(Center, { tenantId, id: centerId });
    const { parameters } = await this.rules.get(run.ruleSetId);
    const days = parameters.internalLimits.objectionWorkingDays;
    const { dueOn, arithmetic } = await this.calendars.workingDaysFromToday(days, WORDS);
    await this.deadlines.set({
      ...{ kind: ANSWER_DEADLINE, subjectKind: OBJECTION_SUBJECT, subjectId: id, centerId },
      ...{ title: `答复${name}对${run.year}年度评估结果的异议`, dueOn },
      ...{ arithmetic, article: '第十六条' },
      ...{ holders: [OFFICERS], remindDaysBefore: [1] },
    });
    const params = { center: name, year: run.year, dueOn };
    const subject = { kind: OBJECTION_SUBJECT, id };
    await this.notifications.send(OBJECTION_FILED, { roles: [OFFICERS] }, { subject, key: id, params });
  }
}

function refuseClosed({ state, disclosedAt }: RatingRun): void {
  if (state === 'published' || (state === 'reviewed' && disclosedAt)) return;
  throw new AppError('ratingObjection.closed', { state: RATING_RUN_MACHINE.states[state].title['zh-CN'] });
}
