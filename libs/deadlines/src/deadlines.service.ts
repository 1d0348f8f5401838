import { Injectable } from '@nestjs/common';
import { type IsoDate, newId } from '@shucu/kernel';
import type { RoleHolders } from '@shucu/notifications';
import { TenantContext } from '@shucu/tenancy';
import { Deadline } from './deadline.entity.js';

/** A deadline to set. */
export interface NewDeadline {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly centerId?: string | null;
  readonly title: string;
  /** The last day, which counts until 24:00 in Asia/Shanghai. */
  readonly dueOn: IsoDate;
  readonly arithmetic: string;
  readonly article?: string | null;
  readonly holders: readonly RoleHolders[];
  /** Days before the last day on which the holders are reminded. */
  readonly remindDaysBefore?: readonly number[];
}

/** Deadlines as rows: set with the step that begins them, met or cancelled with the step that ends them. */
@Injectable()
export class DeadlinesService {
  /** Sets the deadline of a kind for a subject, in place of an open one. Reminders whose day is over are left out. */
  async set({ remindDaysBefore = [], ...deadline }: NewDeadline): Promise<Deadline> {
    const { manager, tenantId } = TenantContext;
    await this.cancel(deadline.kind, deadline.subjectId);
    const id = newId();
    await manager.insert(Deadline, {
      ...deadline,
      tenantId,
      id,
      holders: [...deadline.holders],
      state: 'open',
      late: false,
    });
    await manager.query(
      `INSERT INTO deadline_reminder (tenant_id, deadline_id, days_before, remind_on)
       SELECT $1, $2, days, $3::date - days FROM unnest($4::int[]) AS days WHERE $3::date - days > statutory_today()`,
      [tenantId, id, deadline.dueOn, remindDaysBefore],
    );
    return manager.findOneByOrFail(Deadline, { tenantId, id });
  }

  /** What was due has happened; says whether it was late. Nothing where no such deadline stands. */
  async meet(kind: string, subjectId: string): Promise<{ late: boolean } | null> {
    const { manager, tenantId } = TenantContext;
    const [[met]] = await manager.query<[{ late: boolean }[], number]>(
      `UPDATE deadline SET state = 'met', late = statutory_now() >= due_at, settled_at = statutory_now()
       WHERE tenant_id = $1 AND id = (SELECT id FROM deadline WHERE tenant_id = $1 AND kind = $2 AND subject_id = $3
         AND state IN ('open', 'passed') ORDER BY id DESC LIMIT 1) RETURNING late`,
      [tenantId, kind, subjectId],
    );
    return met ?? null;
  }

  /** The deadline no longer matters, e.g. as its subject was withdrawn. */
  async cancel(kind: string, subjectId: string): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `UPDATE deadline SET state = 'cancelled', settled_at = statutory_now()
       WHERE tenant_id = $1 AND kind = $2 AND subject_id = $3 AND state = 'open'`,
      [tenantId, kind, subjectId],
    );
  }

  /** Every deadline of some subjects, the earliest set first. */
  of(subjectIds: readonly string[]): Promise<Deadline[]> {
    const { manager, tenantId } = TenantContext;
    return manager
      .createQueryBuilder(Deadline, 'deadline')
      .where('deadline.tenant_id = :tenantId AND deadline.subject_id = ANY (:subjectIds)', { tenantId, subjectIds })
      .orderBy('deadline.id')
      .getMany();
  }
}
