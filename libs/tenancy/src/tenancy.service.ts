import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Tenant } from './tenant.entity.js';
import { activeTenantTransaction, tenantTransactionByCode } from './tenant-transaction.js';

/** Opens tenant transactions and knows which tenants there are. */
@Injectable()
export class TenancyService {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** See {@link activeTenantTransaction}. */
  transaction<T>(tenantId: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return activeTenantTransaction(this.dataSource, tenantId, work);
  }

  /** See {@link tenantTransactionByCode}. */
  transactionByCode<T>(code: string, refusal: () => Error, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return tenantTransactionByCode(this.dataSource, code, refusal, work);
  }

  /** The active tenant of a public code, or nothing; a suspended one is as if it did not exist. */
  findActiveByCode(code: string): Promise<Tenant | null> {
    return this.dataSource.manager.findOneBy(Tenant, { code, status: 'active' });
  }

  /** All active tenants, in order of code: jobs and timers go through them one by one. */
  listActive(): Promise<Tenant[]> {
    return this.dataSource.manager.find(Tenant, { where: { status: 'active' }, order: { code: 'ASC' } });
  }
}
