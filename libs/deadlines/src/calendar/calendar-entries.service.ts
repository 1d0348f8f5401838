import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { daysOfTable, type OwnDay, type YearTable, yearTableFaults } from '@shucu/calendar';
import { AppError, type IsoDate } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { EnteredDay } from './calendar-day.entity.js';
import { CalendarEntriesRepository } from './calendar-entries.repository.js';
import { EnteredYear } from './calendar-year.entity.js';
import { staleEntry } from './entry-difference.js';
import { LegalCalendarService } from './legal-calendar.service.js';

/** Why something is entered, by which document, and on which version of what was there; 0 where there was nothing. */
export interface EntryBasis {
  readonly version: number;
  readonly reason: string;
  readonly source: string;
}

/** Why an entry is taken back, and on which version. */
export type Withdrawal = Pick<EntryBasis, 'version' | 'reason'>;

/**
 * What a tenant enters into its legal calendar. Deadlines that were computed before keep their day and their arithmetic: an entry
 * moves none of them.
 */
@Injectable()
export class CalendarEntriesService {
  constructor(
    private readonly calendars: LegalCalendarService,
    private readonly repository: CalendarEntriesRepository,
    private readonly audit: AuditService,
  ) {}

  /**
   * Enters a whole year, or puts it in place of what was entered, single days included. Throws `validation.failed` with every
   * faulty row, and `conflict.stale` with the days that differ.
   */
  async enterYear(actor: Actor, year: number, { version, reason, source, ...table }: EntryBasis & YearTable) {
    conditionsOf(actor, 'update', 'LegalCalendar');
    const faults = yearTableFaults(year, table);
    if (faults.length > 0) throw new AppError('validation.failed', { count: faults.length }, faults);
    await this.repository.lock();
    const days = daysOfTable(table);
    await this.refuseStaleYear(year, version, days);
    const basis = { reason, source, enteredBy: actor.accountId };
    await this.repository.saveYear(year, basis);
    await this.repository.deleteDaysOf(year, days);
    await this.repository.saveDays(days, basis);
    return this.calendars.year(actor, year);
  }

  /** Takes a year that was entered by hand back, with all its days: what is left is the State Council's notice, or nothing. */
  async withdrawYear(actor: Actor, year: number, { version, reason }: Withdrawal): Promise<void> {
    conditionsOf(actor, 'update', 'LegalCalendar');
    await this.repository.lock();
    const entered = await this.refuseStaleYear(year, version);
    if (!entered) throw new AppError('resource.notFound');
    await this.repository.deleteDaysOf(year, []);
    const { manager, tenantId } = TenantContext;
    await manager.delete(EnteredYear, { tenantId, year });
    await this.noteWithdrawal('calendar_year', String(year), reason);
  }

  /** Says of one day what it is. Throws `calendar.uncovered` for a year that has to be entered first, and `conflict.stale`. */
  async enterDay(actor: Actor, { day, kind, name, version, reason, source }: OwnDay & EntryBasis): Promise<EnteredDay> {
    conditionsOf(actor, 'update', 'LegalCalendar');
    await this.repository.lock();
    const own = { day, kind, name };
    // Asked for its refusal: a single day of a year that nobody knows would be known to nobody.
    (await this.calendars.calendar()).day(day);
    await this.refuseStaleDay(day, version, [own]);
    await this.repository.saveDays([own], { reason, source, enteredBy: actor.accountId });
    await this.repository.touchYearOf(day);
    const { manager, tenantId } = TenantContext;
    return manager.findOneByOrFail(EnteredDay, { tenantId, day });
  }

  /** Takes back what was said of one day: it is again what the year makes of it. */
  async withdrawDay(actor: Actor, day: IsoDate, { version, reason }: Withdrawal): Promise<void> {
    conditionsOf(actor, 'update', 'LegalCalendar');
    await this.repository.lock();
    const entered = await this.refuseStaleDay(day, version);
    if (!entered) throw new AppError('resource.notFound');
    const { manager, tenantId } = TenantContext;
    await manager.delete(EnteredDay, { tenantId, day });
    await this.repository.touchYearOf(day);
    await this.noteWithdrawal('calendar_day', day, reason);
  }

  private async refuseStaleYear(year: number, given: number, sent?: readonly OwnDay[]): Promise<EnteredYear | null> {
    const { manager, tenantId } = TenantContext;
    const entered = await manager.findOneBy(EnteredYear, { tenantId, year });
    const current = entered?.version ?? 0;
    if (current === given) return entered;
    const present = await this.repository.daysOf(year);
    throw staleEntry({ current, given }, present, sent ?? present);
  }

  private async refuseStaleDay(day: IsoDate, given: number, sent?: readonly OwnDay[]): Promise<EnteredDay | null> {
    const { manager, tenantId } = TenantContext;
    const entered = await manager.findOneBy(EnteredDay, { tenantId, day });
    const current = entered?.version ?? 0;
    if (current === given) return entered;
    const present = entered ? [entered] : [];
    throw staleEntry({ current, given }, present, sent ?? present);
  }

  private noteWithdrawal(subject: string, subjectId: string, reason: string): Promise<void> {
    return this.audit.note({ action: 'calendar.withdraw', subject, subjectId, result: 'done', details: { reason } });
  }
}
