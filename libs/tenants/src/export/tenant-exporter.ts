import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AuditService } from '@shucu/audit';
import { FileStore } from '@shucu/files';
import type { JobContext } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import { currentTenant, TenancyService, tenantTransaction } from '@shucu/tenancy';
import { DataSource } from 'typeorm';
import { type ExportResult, TenantOrder } from '../orders/tenant-order.entity.js';
import { archiveOf } from './archive.js';
import { encryptFor } from './encryption.js';
import { snapshotTransaction } from './snapshot-transaction.js';
import { tenantContents } from './tenant-contents.js';

type ExportOrder = Pick<TenantOrder, 'id' | 'targetId'> & { readonly recipient: string };

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
    const order = await this.tenancy.transaction(tenantId, (manager) =>
      manager.findOneByOrFail(TenantOrder, { tenantId, id: orderId, kind: 'export' }),
    );
    if (order.state !== 'ordered') return;
    const { targetId, recipient } = order as ExportOrder;
    await this.announce({ id: orderId, targetId, recipient });
    const { hash, bytes } = await snapshotTransaction(this.dataSource, targetId, async (manager) => {
      const contents = tenantContents({ manager, tenant: await currentTenant(), files: this.files, orderId });
      return this.files.putStream(tenantId, encryptFor(recipient, archiveOf(contents)), 'age');
    });
    const result: ExportResult = { sha256: hash, bytes };
    await transaction((manager) =>
      manager.update(TenantOrder, { tenantId, id: orderId }, { state: 'done', finishedAt: () => 'now()', result }),
    );
  }

  /** The tenant's own log tells, too, that all it has was taken away, and for whom; also where the tenant is suspended. */
  private announce({ id, targetId, recipient }: ExportOrder): Promise<void> {
    return tenantTransaction(this.dataSource, targetId, async (manager) => {
      const [named] = await manager.query<unknown[]>(
        'SELECT 1 FROM export_recipient WHERE tenant_id = $1 AND recipient = $2',
        [targetId, recipient],
      );
      if (!named) throw new AppError('tenant.recipientUnknown');
      const event = { action: 'tenant.export', subject: 'tenant', subjectId: targetId, result: 'done' } as const;
      await this.audit.note({ ...event, details: { orderId: id, recipient } });
    });
  }
}
