import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { FileStore, type StoredFile } from '@shucu/files';
import { AccessLinksService } from '@shucu/identity';
import { OutboxService } from '@shucu/jobs';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { type Tenant, TenantContext } from '@shucu/tenancy';
import { LessThan } from 'typeorm';
import { refuseFaultyRecipient } from '../export-recipient.service.js';
import { ERASE_TENANT, EXPORT_TENANT } from '../tenants.jobs.js';
import { TenantsService } from '../tenants.service.js';
import { type ExportResult, ORDER_STATE_TITLES, TenantOrder } from './tenant-order.entity.js';

export interface OrderQuery {
  readonly targetId?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Whoever hands an operator a link can use it: after so many days its owner has noticed, and the two are two people. */
const SETTLED_DAYS = 7;

/** Orders to export and to erase tenants; the worker carries them out. */
@Injectable()
export class TenantOrdersService {
  constructor(
    private readonly tenants: TenantsService,
    private readonly outbox: OutboxService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly links: AccessLinksService,
  ) {}

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { targetId, after, limit }: OrderQuery): Promise<TenantOrder[]> {
    conditionsOf(actor, 'read', 'Tenant');
    const { manager, tenantId } = TenantContext;
    const where = { tenantId, ...(targetId && { targetId }), ...(after && { id: LessThan(after) }) };
    return manager.find(TenantOrder, { where, order: { id: 'DESC' }, take: limit });
  }

  async get(actor: Actor, id: string): Promise<TenantOrder> {
    conditionsOf(actor, 'read', 'Tenant');
    const { manager, tenantId } = TenantContext;
    const found = await manager.findOneBy(TenantOrder, { tenantId, id });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Orders an archive of all that an active or suspended tenant has, encrypted to a recipient that the tenant has named itself. */
  async orderExport(actor: Actor, targetId: string, recipient: string): Promise<TenantOrder> {
    conditionsOf(actor, 'export', 'Tenant');
    refuseFaultyRecipient(recipient);
    await this.tenants.lock(targetId, 'active', 'suspended');
    const order = await this.insert(actor, { kind: 'export', targetId, recipient });
    await this.outbox.enqueue(EXPORT_TENANT, { orderId: order.id });
    return order;
  }

  /** Orders the erasure of a suspended tenant, whose code is typed again; nothing happens until another operator confirms it. */
  async orderErasure(actor: Actor, targetId: string, code: string): Promise<TenantOrder> {
    conditionsOf(actor, 'erase', 'Tenant');
    refuseOtherCode(await this.tenants.lock(targetId, 'suspended'), code);
    return this.insert(actor, { kind: 'erasure', targetId, recipient: null });
  }

  /**
   * Sets off an erasure that another operator has ordered, also once more where it failed. It cannot be taken back. Refused while one
   * of the two came in by a link of late, which one person could have made for the other.
   */
  async confirm(actor: Actor, id: string, code: string): Promise<TenantOrder> {
    conditionsOf(actor, 'erase', 'Tenant');
    const { targetId, result } = await this.getErasure(actor, id);
    refuseOtherCode(await this.tenants.lock(targetId, result ? 'erased' : 'suspended'), code);
    const order = await this.lock(id, 'ordered', 'failed');
    if (order.requestedBy === actor.accountId) throw new AppError('tenant.ownOrder');
    if (await this.links.wereUsedWithin(SETTLED_DAYS, [order.requestedBy, actor.accountId]))
      throw new AppError('tenant.freshOperator', { days: SETTLED_DAYS });
    const { manager, tenantId } = TenantContext;
    const confirmed = { confirmedBy: actor.accountId, confirmedAt: () => 'now()', finishedAt: null, failure: null };
    await manager.update(TenantOrder, { tenantId, id }, { ...confirmed, state: 'confirmed' });
    await this.outbox.enqueue(ERASE_TENANT, { orderId: id });
    return this.get(actor, id);
  }

  /** Takes back an erasure that nobody has confirmed. */
  async withdraw(actor: Actor, id: string): Promise<TenantOrder> {
    conditionsOf(actor, 'erase', 'Tenant');
    await this.getErasure(actor, id);
    await this.lock(id, 'ordered');
    const { manager, tenantId } = TenantContext;
    await manager.update(TenantOrder, { tenantId, id }, { state: 'withdrawn', finishedAt: () => 'now()' });
    return this.get(actor, id);
  }

  /** The archive of a finished export; that it was fetched is kept. Throws `tenant.exportNotReady`. */
  async archive(actor: Actor, id: string): Promise<{ target: Tenant; file: StoredFile }> {
    conditionsOf(actor, 'export', 'Tenant');
    const { kind, state, targetId, result } = await this.get(actor, id);
    if (kind !== 'export') throw new AppError('resource.notFound');
    if (state !== 'done') throw new AppError('tenant.exportNotReady', { state: ORDER_STATE_TITLES[state] });
    const { sha256 } = result as ExportResult;
    const file = await this.files.find(TenantContext.tenantId, sha256, 'age');
    const event = { action: 'tenant.fetchExport', subject: 'tenant_order', subjectId: id, result: 'done' } as const;
    await this.audit.note({ ...event, details: { targetId, sha256 } });
    return { target: await this.tenants.get(actor, targetId), file };
  }

  private async getErasure(actor: Actor, id: string): Promise<TenantOrder> {
    const found = await this.get(actor, id);
    if (found.kind !== 'erasure') throw new AppError('resource.notFound');
    return found;
  }

  private async lock(id: string, ...states: TenantOrder['state'][]): Promise<TenantOrder> {
    const { manager, tenantId } = TenantContext;
    const where = { tenantId, id };
    const order = await manager.findOneOrFail(TenantOrder, { where, lock: { mode: 'pessimistic_write' } });
    if (states.includes(order.state)) return order;
    throw new AppError('tenant.orderState', { state: ORDER_STATE_TITLES[order.state] });
  }

  private async insert(
    actor: Actor,
    given: Pick<TenantOrder, 'kind' | 'targetId' | 'recipient'>,
  ): Promise<TenantOrder> {
    const { manager, tenantId } = TenantContext;
    const id = newId();
    const { raw } = await manager
      .createQueryBuilder()
      .insert()
      .into(TenantOrder)
      .values({ ...given, tenantId, id, state: 'ordered', requestedBy: actor.accountId })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length === 0) throw new AppError('tenant.orderOpen');
    return this.get(actor, id);
  }
}

function refuseOtherCode({ code: known }: Tenant, code: string): void {
  if (known !== code) throw new AppError('tenant.codeMismatch');
}
