import { Injectable } from '@nestjs/common';
import { FileStore } from '@shucu/files';
import type { JobContext } from '@shucu/jobs';
import { AppError } from '@shucu/kernel';
import { TenancyService } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';
import { TenantOrder } from '../orders/tenant-order.entity.js';

/**
 * Who began before the erasure was confirmed may have found the tenant active, and could still add a row. The confirmation came
 * after the suspension, so whoever began later has not. Seen are the transactions of the application's own role.
 */
const ELDER_TRANSACTIONS = `
  SELECT count(*)::int AS count FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < $1`;

/** Carries out a confirmed erasure: the rows all at once by the database's own function, then the files, then the mark. */
@Injectable()
export class TenantEraser {
  constructor(
    private readonly tenancy: TenancyService,
    private readonly files: FileStore,
  ) {}

  /** Whatever of it was done before is not done again. Throws `tenant.stillServed` while an elder transaction is open. */
  async erase(orderId: string, { tenantId, transaction }: JobContext): Promise<void> {
    const targetId = await this.tenancy.transaction(tenantId, (manager) => eraseRows(manager, tenantId, orderId));
    if (!targetId) return;
    await this.files.removeAll(targetId);
    await transaction((manager) =>
      manager.update(TenantOrder, { tenantId, id: orderId }, { state: 'done', finishedAt: () => 'now()' }),
    );
  }
}

/** Gives the tenant whose rows are gone; nothing where the order is not to be carried out. */
async function eraseRows(manager: EntityManager, tenantId: string, orderId: string): Promise<string | null> {
  const order = await manager.findOneByOrFail(TenantOrder, { tenantId, id: orderId, kind: 'erasure' });
  if (order.state !== 'confirmed') return null;
  if (!order.result) {
    const [{ count }] = await manager.query<[{ count: number }]>(ELDER_TRANSACTIONS, [order.confirmedAt]);
    if (count > 0) throw new AppError('tenant.stillServed', { count });
    await manager.query('SELECT erase_tenant($1)', [orderId]);
  }
  return order.targetId;
}
