import { Injectable } from '@nestjs/common';
import type { OwnDay } from '@shucu/calendar';
import type { IsoDate } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { Between } from 'typeorm';
import { EnteredDay } from './calendar-day.entity.js';

/** By whom and on what ground something is entered. */
interface Basis {
  readonly reason: string;
  readonly source: string;
  readonly enteredBy: string;
}

/** The rows of a tenant's calendar; every change counts its version up. */
@Injectable()
export class CalendarEntriesRepository {
  /** Has changes of the tenant's calendar wait for each other until the end of the transaction. */
  async lock(): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1), hashtext('calendar'))`, [tenantId]);
  }

  /** The days that the tenant entered of a year, in order. */
  daysOf(year: number): Promise<EnteredDay[]> {
    const { manager, tenantId } = TenantContext;
    const day = Between(`${year}-01-01`, `${year}-12-31`);
    return manager.find(EnteredDay, { where: { tenantId, day }, order: { day: 'ASC' } });
  }

  async saveYear(year: number, { reason, source, enteredBy }: Basis): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO calendar_year (tenant_id, year, reason, source, entered_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, year) DO UPDATE SET reason = excluded.reason, source = excluded.source,
         entered_by = excluded.entered_by, entered_at = statutory_now(), version = calendar_year.version + 1`,
      [tenantId, year, reason, source, enteredBy],
    );
  }

  async saveDays(days: readonly OwnDay[], { reason, source, enteredBy }: Basis): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO calendar_day (tenant_id, day, kind, name, reason, source, entered_by)
       SELECT $1, own.day, own.kind, own.name, $3, $4, $5
       FROM jsonb_to_recordset($2::jsonb) AS own (day date, kind text, name text)
       ON CONFLICT (tenant_id, day) DO UPDATE SET kind = excluded.kind, name = excluded.name, reason = excluded.reason,
         source = excluded.source, entered_by = excluded.entered_by, entered_at = statutory_now(),
         version = calendar_day.version + 1`,
      [tenantId, JSON.stringify(days), reason, source, enteredBy],
    );
  }

  /** Deletes what the tenant entered of a year, but for the days that are to stay. */
  async deleteDaysOf(year: number, staying: readonly OwnDay[]): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `DELETE FROM calendar_day WHERE tenant_id = $1 AND day BETWEEN $2 AND $3 AND NOT day = ANY ($4::date[])`,
      [tenantId, `${year}-01-01`, `${year}-12-31`, staying.map(({ day }) => day)],
    );
  }

  /** Counts a change of a single day as one of its year, where that was entered by hand. */
  async touchYearOf(day: IsoDate): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      'UPDATE calendar_year SET version = version + 1 WHERE tenant_id = $1 AND year = extract(year FROM $2::date)',
      [tenantId, day],
    );
  }
}
