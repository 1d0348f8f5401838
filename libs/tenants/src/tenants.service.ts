import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import type { IssuedLink } from '@shucu/identity';
import { AppError, newId } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { Tenant, TenantContext, type TenantStatus } from '@shucu/tenancy';
import { In, LessThan } from 'typeorm';
import { type FirstAdministrator, FirstAdministratorService } from './first-administrator.service.js';
import { type OrderState, TenantOrder } from './orders/tenant-order.entity.js';
import { inOtherTenant } from './other-tenant.js';

const TENANT_STATUS_TITLES: Readonly<Record<TenantStatus, string>> = {
  active: '使用中',
  suspended: '已停用',
  erased: '已销毁',
};

export interface NewTenant extends Pick<Tenant, 'code' | 'name' | 'department' | 'documentPrefix'> {
  readonly administrator: FirstAdministrator;
}

/** The provinces' tenants as the platform operator keeps them, who sees nothing of what they hold (domain §4). */
@Injectable()
export class TenantsService {
  constructor(
    private readonly administrators: FirstAdministratorService,
    private readonly audit: AuditService,
  ) {}

  /** Newest first; `after` is the last id of the page before. */
  list(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<Tenant[]> {
    conditionsOf(actor, 'read', 'Tenant');
    const where = { kind: 'province', ...(after && { id: LessThan(after) }) } as const;
    return TenantContext.manager.find(Tenant, { where, order: { id: 'DESC' }, take: limit });
  }

  async get(actor: Actor, id: string): Promise<Tenant> {
    conditionsOf(actor, 'read', 'Tenant');
    const found = await TenantContext.manager.findOneBy(Tenant, { id, kind: 'province' });
    if (!found) throw new AppError('resource.notFound');
    return found;
  }

  /** Founds a tenant with the default security policy and one invited administrator, whose link is shown this once. */
  async found(actor: Actor, { administrator, ...given }: NewTenant): Promise<{ tenant: Tenant; link: IssuedLink }> {
    conditionsOf(actor, 'create', 'Tenant');
    const id = newId();
    const founded = await TenantContext.manager.query<unknown[]>(
      `INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (code) DO NOTHING RETURNING id`,
      [id, given.code, given.name, given.department, given.documentPrefix],
    );
    if (founded.length === 0) throw new AppError('tenant.codeTaken', { code: given.code });
    const link = await inOtherTenant(id, () => this.administrators.invite(actor, administrator));
    return { tenant: await this.get(actor, id), link };
  }

  /** A new link for the first administrator, as long as nobody has entered the tenant. */
  async inviteAgain(actor: Actor, id: string): Promise<IssuedLink> {
    conditionsOf(actor, 'create', 'Tenant');
    await this.lock(id, 'active');
    const link = await inOtherTenant(id, () => this.administrators.inviteAgain(actor));
    // The link itself is a row of the other tenant, and in its log alone.
    await this.audit.note({ action: 'tenant.invite', subject: 'tenant', subjectId: id, result: 'done' });
    return link;
  }

  /** From the commit on nobody signs in, no request is served, no job and no timer runs; what waits goes on after {@link resume}. */
  async suspend(actor: Actor, id: string, reason: string): Promise<Tenant> {
    conditionsOf(actor, 'suspend', 'Tenant');
    await this.lock(id, 'active');
    await TenantContext.manager.update(Tenant, { id }, { status: 'suspended', suspensionReason: reason });
    await this.tell(id, 'tenant.suspend', { reason });
    return this.get(actor, id);
  }

  /** Serves a suspended tenant again; refused while its erasure is ordered. */
  async resume(actor: Actor, id: string): Promise<Tenant> {
    conditionsOf(actor, 'suspend', 'Tenant');
    await this.lock(id, 'suspended');
    const { manager, tenantId } = TenantContext;
    const open = In<OrderState>(['ordered', 'confirmed']);
    if (await manager.existsBy(TenantOrder, { tenantId, targetId: id, kind: 'erasure', state: open }))
      throw new AppError('tenant.erasureOrdered');
    await manager.update(Tenant, { id }, { status: 'active' });
    await this.tell(id, 'tenant.resume', {});
    return this.get(actor, id);
  }

  /** The tenant, which nobody else changes until the end of the transaction. Refuses one in another status. */
  async lock(id: string, ...statuses: TenantStatus[]): Promise<Tenant> {
    const where = { id, kind: 'province' } as const;
    const found = await TenantContext.manager.findOne(Tenant, { where, lock: { mode: 'pessimistic_write' } });
    if (!found) throw new AppError('resource.notFound');
    if (!statuses.includes(found.status)) {
      throw new AppError('tenant.status', {
        status: TENANT_STATUS_TITLES[found.status],
        needed: statuses.map((status) => TENANT_STATUS_TITLES[status]).join('、'),
      });
    }
    return found;
  }

  /** Into the tenant's own log, for its own auditor; the platform's has the change of the row itself. */
  private async tell(id: string, action: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    await inOtherTenant(id, () =>
      this.audit.note({ action, subject: 'tenant', subjectId: id, result: 'done', details }),
    );
  }
}
