import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AuditService } from '@shucu/audit';
import { FileStore } from '@shucu/files';
import type { JobContext } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import { currentTenant, TenancyService, Tenant } from '@shucu/tenancy';
import { DataSource, type EntityManager } from 'typeorm';
import { type ExportResult, TenantOrder } from '../orders/tenant-order.entity.js';
import { inOtherTenant } from '../other-tenant.js';
import { archiveOf } from './archive.js';
import { encryptFor } from './encryption.js';
import { snapshotTransaction } from './snapshot-transaction.js';
import { tenantContents } from './tenant-contents.js';

type ExportOrder = Pick<TenantOrder, 'targetId'> & { readonly recipient: string };

/** Carries out an order to export: one archive of one moment, encrypted on its way to the disk, whatever its size. */
@Injectable()
export class TenantExporter {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly tenancy: TenancyService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  /** Throws `tenant.recipientUnknown` where the tenant has not named the recipient itself. */
  async export(orderId: string, { tenantId, transaction }: JobContext): Promise<void> {
    const order = await this.tenancy.transaction(tenantId, (manager) => this.announce(manager, tenantId, orderId));
    if (!order) return;
    const { hash, bytes } = await snapshotTransaction(this.dataSource, order.targetId, async (manager) => {
      const contents = tenantContents({ manager, tenant: await currentTenant(), files: this.files, orderId });
      return this.files.putStream(tenantId, encryptFor(order.recipient, archiveOf(contents)), 'age');
    });
    const result: ExportResult = { sha256: hash, bytes };
    await transaction((manager) =>
      manager.update(TenantOrder, { tenantId, id: orderId }, { state: 'done', finishedAt: () => 'now()', result }),
    );
  }

  /**
   * The tenant's own log tells, too, that all it has is taken away, and for whom; also where the tenant is suspended, but under a
   * lock that an erasure waits for. Gives nothing where the order is not to be carried out.
   */
  private async announce(manager: EntityManager, tenantId: string, orderId: string): Promise<ExportOrder | null> {
    const order = await manager.findOneByOrFail(TenantOrder, { tenantId, id: orderId, kind: 'export' });
    if (order.state !== 'ordered') return null;
    const { targetId, recipient } = order as ExportOrder;
    await manager.findOneOrFail(Tenant, { where: { id: targetId }, lock: { mode: 'pessimistic_write' } });
    await inOtherTenant(targetId, async () => {
      const [named] = await manager.query<unknown[]>(
        'SELECT 1 FROM export_recipient WHERE tenant_id = $1 AND recipient = $2',
        [targetId, recipient],
      );
      if (!named) throw new AppError('tenant.recipientUnknown');
      const event = { action: 'tenant.export', subject: 'tenant', subjectId: targetId, result: 'done' } as const;
      await this.audit.note({ ...event, details: { orderId, recipient } });
    });
    return { targetId, recipient };
  }
}
