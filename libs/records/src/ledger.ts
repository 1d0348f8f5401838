import { CENTER_COLUMNS, Center, type CentersService, refuseOwnCenters } from '@shucu/centers';
import { AppError } from '@shucu/kernel';
import { type Action, type Actor, type Subject, scopeRows } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import type { EntityTarget, QueryDeepPartialEntity, SelectQueryBuilder } from 'typeorm';
import type { SubjectColumns, Verification } from './subject-columns.js';

export interface LedgerPage {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly centerId?: string | undefined;
  readonly verification?: Verification | undefined;
  readonly status?: 'active' | 'void' | undefined;
  readonly enterprise?: string | undefined;
}

/** What service records and resources have in common: reaching a row under the actor's rights, changing, voiding, verifying it. */
export class Ledger<T extends SubjectColumns> {
  constructor(
    private readonly entity: EntityTarget<T>,
    private readonly subject: Subject,
    private readonly centers: CentersService,
  ) {}

  /** Newest first; `after` is the last id of the page before. */
  page(actor: Actor, { after, limit, centerId, verification, status, enterprise }: LedgerPage): SelectQueryBuilder<T> {
    const query = this.scoped(actor, 'read').orderBy('row.id', 'DESC').limit(limit);
    if (after) query.andWhere('row.id < :after', { after });
    if (centerId) query.andWhere('row.center_id = :centerId', { centerId });
    if (verification) query.andWhere('row.verification = :verification', { verification });
    if (status) query.andWhere('row.status = :status', { status });
    if (enterprise) query.andWhere('row.enterprise = :enterprise', { enterprise });
    return query;
  }

  async get(actor: Actor, id: string, action: Action = 'read'): Promise<T> {
    const found = await this.scoped(actor, action).andWhere('row.id = :id', { id }).getOne();
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Changes an active row of the version that the caller saw; what the bureau said of it before no longer holds. */
  change(actor: Actor, id: string, version: number, change: QueryDeepPartialEntity<T>): Promise<T> {
    return this.apply(actor, id, version, { ...change, verification: 'unverified' }, 'update');
  }

  /** A voided row stays, with its reason, and counts nowhere. */
  void(actor: Actor, id: string, version: number, reason: string): Promise<T> {
    return this.apply(actor, id, version, { status: 'void', voidReason: reason }, 'update');
  }

  /** The bureau's word on a row (第四条 日常监管), never by who recorded it or belongs to the center; a rejected one counts nowhere. */
  async verify(actor: Actor, id: string, version: number, verification: Verification): Promise<T> {
    const { createdBy, centerId } = await this.get(actor, id, 'verify');
    if (createdBy === actor.accountId) throw new AppError('record.ownRecord');
    await refuseOwnCenters(actor, [centerId]);
    return this.apply(actor, id, version, { verification }, 'verify');
  }

  private async apply(
    actor: Actor,
    id: string,
    version: number,
    change: QueryDeepPartialEntity<T> | QueryDeepPartialEntity<SubjectColumns>,
    action: Action,
  ): Promise<T> {
    const row = await this.get(actor, id, action);
    await this.centers.writable(actor, row.centerId, action, this.subject);
    if (row.status === 'void') throw new AppError('record.void');
    const { affected } = await TenantContext.manager
      .createQueryBuilder()
      .update(this.entity)
      .set(change as QueryDeepPartialEntity<T>)
      .where('tenant_id = :tenantId AND id = :id AND version = :version', { tenantId: row.tenantId, id, version })
      .execute();
    const now = await this.get(actor, id, action);
    if (affected !== 1) throw new AppError('conflict.stale', { current: now.version, given: version });
    return now;
  }

  private scoped(actor: Actor, action: Action): SelectQueryBuilder<T> {
    const { manager, tenantId } = TenantContext;
    const query = manager
      .createQueryBuilder(this.entity, 'row')
      .innerJoin(Center, 'center', 'center.tenant_id = row.tenant_id AND center.id = row.center_id')
      .where('row.tenant_id = :tenantId', { tenantId });
    return scopeRows(query, CENTER_COLUMNS, actor, action, this.subject);
  }
}
