import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { AppError } from '@shucu/kernel';
import { DataSource } from 'typeorm';

/** Readings of whole logs may have one connection of so many. */
const SHARE = 4;

/**
 * Who reads a whole log occupies a connection for as long as that takes, and a verification a second one, that of its request:
 * without a limit a few auditors at once would leave none to anybody, in whatever tenant. Counted by each process for itself.
 */
@Injectable()
export class WholeReadings {
  private readonly tenants = new Set<string>();
  private readonly most: number;

  constructor(@InjectDataSource() { options }: DataSource) {
    this.most = Math.max(1, Math.floor(((options as { poolSize?: number }).poolSize ?? 0) / SHARE));
  }

  /** Throws `audit.busy` while the tenant's log is being read, or as many others are as may be at once. */
  refuseWhileBusy(tenantId: string): void {
    if (this.tenants.has(tenantId) || this.tenants.size >= this.most) throw new AppError('audit.busy');
  }

  /** Begins a reading and gives what ends it. Throws `audit.busy`. */
  begin(tenantId: string): () => void {
    this.refuseWhileBusy(tenantId);
    this.tenants.add(tenantId);
    return () => this.tenants.delete(tenantId);
  }
}
