import { Injectable } from '@nestjs/common';
import { arithmeticOf, monthPeriod } from '@shucu/calendar';
import type { Center } from '@shucu/centers';
import { Deadline, DeadlinesService, LegalCalendarService } from '@shucu/deadlines';
import type { IsoDate } from '@shucu/kernel';
import { RuleSetsService } from '@shucu/rule-sets';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { CHANGE_KINDS, type ChangeReport } from './change-report.entity.js';

const KIND = 'changeReport';
const REVIEW = 'changeReview';

/** Days before the last day on which an operator who has begun a report is reminded. */
const REMINDERS = [7, 1];

/** The month to report in (第十八条), by the Civil Code and the tenant's calendar, and the province's own limit to decide. */
@Injectable()
export class ChangeDeadlines {
  constructor(
    private readonly rules: RuleSetsService,
    private readonly calendars: LegalCalendarService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** The last day to report a change, and how it was reckoned. Throws `ruleSet.none` and `calendar.uncovered`. */
  async reckon(effectiveOn: IsoDate): Promise<Pick<ChangeReport, 'ruleSetId' | 'dueOn' | 'arithmetic'>> {
    const rules = await this.rules.lastInForceOn(await statutoryToday(TenantContext.manager));
    const { months } = rules.parameters.changeReport;
    const period = monthPeriod(effectiveOn, months, await this.calendars.calendar());
    const arithmetic = arithmeticOf(period, { verb: '变更', act: '发生' }, 'zh-CN');
    return { ruleSetId: rules.id, dueOn: period.end, arithmetic };
  }

  /** From when a report is begun: its operators are reminded until it is filed. */
  async awaitFiling({ id, kind, dueOn, arithmetic }: ChangeReport, center: Center): Promise<void> {
    await this.deadlines.set({
      ...{ kind: KIND, subjectKind: KIND, subjectId: id, centerId: center.id, dueOn, arithmetic, article: '第十八条' },
      title: `${center.name}变更报告（${CHANGE_KINDS[kind]}）`,
      holders: [{ role: 'centerOperator', organizationId: center.leadOrganizationId }],
      remindDaysBefore: REMINDERS,
    });
  }

  /** Filed: the month is kept or it is not, and the province has its own days to decide. */
  async filed({ id, kind, ruleSetId }: ChangeReport, center: Center): Promise<void> {
    await this.deadlines.meet(KIND, id);
    const { parameters } = await this.rules.get(ruleSetId);
    const days = parameters.internalLimits.changeReviewWorkingDays;
    const words = { verb: '变更报告', act: '报送' };
    const { dueOn, arithmetic } = await this.calendars.workingDaysFromToday(days, words);
    await this.deadlines.set({
      ...{ kind: REVIEW, subjectKind: KIND, subjectId: id, centerId: center.id, dueOn, arithmetic },
      title: `审核${center.name}变更报告（${CHANGE_KINDS[kind]}）`,
      holders: [{ role: 'provinceOfficer' }],
      remindDaysBefore: [1],
    });
  }

  /** Decided, one way or another. */
  async decided(id: string): Promise<void> {
    await this.deadlines.meet(REVIEW, id);
  }

  /** Withdrawn: nothing is due any more. */
  async withdrawn(id: string): Promise<void> {
    await this.deadlines.cancel(KIND, id);
    await this.deadlines.cancel(REVIEW, id);
  }

  /** What the operators of one lead had still to do for a center is now for those of another one. */
  async handOver(centerId: string, from: string, to: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    const open = await manager.findBy(Deadline, { tenantId, centerId, state: 'open' });
    for (const { id, holders } of open.filter((deadline) =>
      deadline.holders.some(({ organizationId }) => organizationId === from),
    )) {
      const handed = holders.map((holder) =>
        holder.organizationId === from ? { ...holder, organizationId: to } : holder,
      );
      await manager.update(Deadline, { tenantId, id }, { holders: handed });
    }
  }
}
