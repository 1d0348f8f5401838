import { Injectable } from '@nestjs/common';
import {
  type ArithmeticWords,
  arithmeticOf,
  type CalendarDay,
  isWorking,
  type Period,
  periodOf,
  type Term,
  WorkCalendar,
  type WorkingDayPeriod,
  workingDayPeriod,
} from '@shucu/calendar';
import type { IsoDate } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { statutoryToday, TenantContext } from '@shucu/tenancy';
import { EnteredDay } from './calendar-day.entity.js';
import { EnteredYear } from './calendar-year.entity.js';

/** What a tenant has entered, in order of time. */
export interface CalendarEntries {
  readonly years: readonly EnteredYear[];
  readonly days: readonly EnteredDay[];
}

/** A day with the entry that made it what it is, where the tenant made one. */
export interface ExplainedDay extends CalendarDay {
  readonly entry: EnteredDay | null;
}

/** A year day by day. */
export interface ExplainedYear {
  readonly year: number;
  /** The entry by hand that the year rests on; the State Council's notice where there is none. */
  readonly entry: EnteredYear | null;
  readonly workingDays: number;
  readonly days: readonly ExplainedDay[];
}

/** A period in working days, its last day, and how it was reckoned. */
export interface ReckonedPeriod {
  readonly period: WorkingDayPeriod;
  readonly dueOn: IsoDate;
  readonly arithmetic: string;
}

/** A period with its arithmetic in both languages. */
export interface Computation {
  readonly period: Period;
  readonly arithmetic: Readonly<Record<'zh-CN' | 'en', string>>;
}

const TERM: Readonly<Record<'zh-CN' | 'en', ArithmeticWords>> = {
  'zh-CN': { verb: '期限', act: '开始' },
  en: { verb: 'Period', act: 'begun' },
};
const NAMED_DAY: typeof TERM = {
  'zh-CN': { verb: '事项', act: '办理' },
  en: { verb: 'Matter', act: 'done' },
};

/** The legal calendar of the tenant: the State Council's notices with what the tenant entered itself. */
@Injectable()
export class LegalCalendarService {
  /** The tenant's working days as they stand; of a year that nobody has entered it refuses every question (`calendar.uncovered`). */
  async calendar(): Promise<WorkCalendar> {
    return calendarOf(await this.load());
  }

  /**
   * So many working days from today, which is not counted: the period with its Chinese sentence, e.g. for a limit that an office has.
   * Throws `calendar.uncovered`.
   */
  async workingDaysFromToday(days: number, words: ArithmeticWords): Promise<ReckonedPeriod> {
    const start = await statutoryToday(TenantContext.manager);
    const period = workingDayPeriod(await this.calendar(), { start, days, countFirstDay: false });
    return { period, dueOn: period.end, arithmetic: arithmeticOf(period, words, 'zh-CN') };
  }

  /** Everything that the tenant has entered. */
  entries(actor: Actor): Promise<CalendarEntries> {
    conditionsOf(actor, 'read', 'LegalCalendar');
    return this.load();
  }

  /** Every day of a year and why it is what it is. Throws `calendar.uncovered`. */
  async year(actor: Actor, year: number): Promise<ExplainedYear> {
    conditionsOf(actor, 'read', 'LegalCalendar');
    const entries = await this.load();
    const days = calendarOf(entries).daysOf(year);
    const byDay = new Map(entries.days.map((entry) => [entry.day, entry]));
    return {
      year,
      entry: entries.years.find((entered) => entered.year === year) ?? null,
      workingDays: days.filter(isWorking).length,
      days: days.map((day) => ({ ...day, entry: byDay.get(day.date) ?? null })),
    };
  }

  /** What a period would be by the calendar as it stands today; nothing is kept. Throws `calendar.uncovered`. */
  async compute(actor: Actor, term: Term): Promise<Computation> {
    conditionsOf(actor, 'read', 'LegalCalendar');
    const period = periodOf(await this.calendar(), term);
    const words = period.kind === 'fixedDay' ? NAMED_DAY : TERM;
    const told = (locale: 'zh-CN' | 'en'): string => arithmeticOf(period, words[locale], locale);
    return { period, arithmetic: { 'zh-CN': told('zh-CN'), en: told('en') } };
  }

  private async load(): Promise<CalendarEntries> {
    const { manager, tenantId } = TenantContext;
    const years = await manager.find(EnteredYear, { where: { tenantId }, order: { year: 'ASC' } });
    const days = await manager.find(EnteredDay, { where: { tenantId }, order: { day: 'ASC' } });
    return { years, days };
  }
}

function calendarOf({ years, days }: CalendarEntries): WorkCalendar {
  return new WorkCalendar({ years: years.map(({ year }) => year), days });
}
