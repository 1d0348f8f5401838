import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@shucu/kernel';
import { type Actor, type ConditionColumns, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Deadline, type DeadlineState } from './deadline.entity.js';

export interface DeadlinePage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly state?: DeadlineState | undefined;
  readonly subjectId?: string | undefined;
  /** Due on this day or before. */
  readonly dueThrough?: IsoDate | undefined;
}

/** Whether one of the holders of a deadline is of the role, and there. */
const heldBy =
  (role: string, place: string) =>
  (value: string): string =>
    `deadline.holders @> jsonb_build_array(jsonb_build_object('role', '${role}', '${place}', ${value}::text))`;

const HOLDER_COLUMNS: ConditionColumns = {
  regionId: heldBy('cityOfficer', 'regionId'),
  leadOrganizationId: heldBy('centerOperator', 'organizationId'),
  assignedExpertId: heldBy('expert', 'accountId'),
};

/** Shows people the deadlines that concern them. */
@Injectable()
export class DeadlineDesk {
  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit, state, subjectId, dueThrough }: DeadlinePage): Promise<Deadline[]> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(Deadline, 'deadline')
      .where('deadline.tenant_id = :tenantId', { tenantId })
      .orderBy('deadline.id', 'DESC')
      .limit(limit);
    if (after) query.andWhere('deadline.id < :after', { after });
    if (state) query.andWhere('deadline.state = :state', { state });
    if (subjectId) query.andWhere('deadline.subject_id = :subjectId', { subjectId });
    if (dueThrough) query.andWhere('deadline.due_on <= :dueThrough', { dueThrough });
    return scopeRows(query, HOLDER_COLUMNS, actor, 'read', 'Deadline').getMany();
  }
}
