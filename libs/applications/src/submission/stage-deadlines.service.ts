import { Injectable } from '@nestjs/common';
import { DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import type { IsoDate } from '@shucu/kernel';
import type { RoleHolders } from '@shucu/notifications';
import { type RuleParameters, RuleSetsService } from '@shucu/rule-sets';
import type { Application } from '../application.entity.js';
import { APPLICATION_SUBJECT } from '../dossier/application-contents.service.js';

/** Stages in which an office has a limit of its own, set by the rule set and by no law. */
export type ReviewStage = 'submitted' | 'formalReview';

interface Stage {
  readonly kind: string;
  readonly title: string;
  readonly verb: string;
  readonly article: string;
  readonly limit: keyof RuleParameters['internalLimits'];
}

/** The deadline of each stage; its kind is also what the end of the stage meets or cancels. */
export const STAGE_DEADLINES: Readonly<Record<ReviewStage, Stage>> = {
  submitted: {
    kind: 'application.preliminaryReview',
    title: '初审、现场查看并出具推荐意见',
    verb: '初审办理期限',
    article: '第十一条',
    limit: 'preliminaryReviewWorkingDays',
  },
  formalReview: {
    kind: 'application.formalReview',
    title: '形式审查',
    verb: '形式审查办理期限',
    article: '第十二条',
    limit: 'formalReviewWorkingDays',
  },
};

/** Days before the limit on which the office is reminded. */
const REMIND_DAYS_BEFORE = [3, 1];

/** How long an office may keep an application. */
@Injectable()
export class StageDeadlinesService {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly calendar: LegalCalendarService,
    private readonly rules: RuleSetsService,
  ) {}

  /** Begins the limit of the stage today, by the rule set that the application is pinned to; gives the last day. */
  async begin(application: Application, stage: ReviewStage): Promise<IsoDate> {
    const { id, name, centerId, ruleSetId } = application;
    const { kind, title, verb, article, limit } = STAGE_DEADLINES[stage];
    const { parameters } = await this.rules.get(ruleSetId);
    const days = parameters.internalLimits[limit];
    const { dueOn, arithmetic } = await this.calendar.workingDaysFromToday(days, { verb, act: '收到' });
    await this.deadlines.set({
      ...{ kind, subjectKind: APPLICATION_SUBJECT, subjectId: id, centerId, article, dueOn, arithmetic },
      title: `${title}：${name}`,
      holders: holdersOf(application, stage),
      remindDaysBefore: REMIND_DAYS_BEFORE,
    });
    return dueOn;
  }

  /** The application no longer needs anything done by a day: all its open deadlines end. */
  async cancelAll({ id }: Pick<Application, 'id'>): Promise<void> {
    const open = (await this.deadlines.of([id])).filter(({ state }) => state === 'open');
    for (const { kind } of open) await this.deadlines.cancel(kind, id);
  }
}

/** Whose business a stage is: the bureau's of the region, then the province's (第十一条、第十二条). */
export function holdersOf({ regionId }: Pick<Application, 'regionId'>, stage: ReviewStage): RoleHolders[] {
  return stage === 'submitted' ? [{ role: 'cityOfficer', regionId }] : [{ role: 'provinceOfficer' }];
}
