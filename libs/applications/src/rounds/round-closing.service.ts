import { Injectable } from '@nestjs/common';
import { DeadlinesService } from '@shucu/deadlines';
import type { Application } from '../application.entity.js';
import type { Round } from './round.entity.js';

/** Kind of the deadline by which a draft has to be submitted. */
export const SUBMISSION_DEADLINE = 'application.submission';

/** Days before the end of a round on which those who are still writing are reminded. */
const REMIND_DAYS_BEFORE = [7, 3, 1];

/** The end of the round as a deadline of each draft in it. */
@Injectable()
export class RoundClosingService {
  constructor(private readonly deadlines: DeadlinesService) {}

  /** Sets or moves the last day on which the draft can be submitted. */
  async set(
    { id, name, centerId, leadOrganizationId }: Application,
    { title, opensOn, closesOn }: Round,
  ): Promise<void> {
    await this.deadlines.set({
      kind: SUBMISSION_DEADLINE,
      subjectKind: 'application',
      subjectId: id,
      centerId,
      title: `提交申报：${name}`,
      dueOn: closesOn,
      arithmetic: `${title}的申报期自 ${opensOn} 起，至 ${closesOn} 24:00 止`,
      article: '第九条',
      holders: [{ role: 'centerOperator', organizationId: leadOrganizationId }],
      remindDaysBefore: REMIND_DAYS_BEFORE,
    });
  }
}
