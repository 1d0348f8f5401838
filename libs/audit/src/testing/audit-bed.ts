import { openDataSource, startTestDatabase } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { Tenant, tenantTransaction } from '@shucu/tenancy';
import type { DataSource, EntityManager } from 'typeorm';
import { AuditService } from '../audit.service.js';
import type { AuditAlgorithm } from '../chain/chain-entry.js';

/** Entries as the log has them, oldest first. */
export interface LoggedEntry {
  readonly seq: number;
  readonly algorithm: AuditAlgorithm;
  readonly hash: string;
  readonly body: string;
}

/** A database with two tenants, and its three roles. */
export class AuditBed {
  readonly audit = new AuditService();

  private constructor(
    readonly application: DataSource,
    readonly owner: DataSource,
    readonly superuser: DataSource,
    readonly tenants: { readonly ours: string; readonly theirs: string },
    private readonly stopDatabase: () => Promise<void>,
  ) {}

  static async open(poolSize = 4): Promise<AuditBed> {
    const database = await startTestDatabase();
    const source = (url: string, size: number) =>
      openDataSource({ url, name: 'audit', poolSize: size, entities: [Tenant] });
    const owner = await source(database.ownerUrl, 1);
    const tenants = { ours: newId(), theirs: newId() };
    for (const [code, id] of Object.entries(tenants)) {
      await owner.query(
        'INSERT INTO tenant (id, code, name, department, document_prefix) VALUES ($1, $2, $2, $2, $2)',
        [id, code],
      );
    }
    const application = await source(database.applicationUrl, poolSize);
    return new AuditBed(application, owner, await source(database.superuserUrl, 1), tenants, database.stop);
  }

  /** Work of the application in one transaction of our tenant. */
  act<T>(work: (manager: EntityManager) => Promise<T>, tenantId = this.tenants.ours): Promise<T> {
    return tenantTransaction(this.application, tenantId, work);
  }

  /** Work of the owner of the schema in one transaction of our tenant. */
  tamper<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return tenantTransaction(this.owner, this.tenants.ours, work);
  }

  /** Regions, a transaction and so an entry each. */
  async addRegions(count: number, tenantId = this.tenants.ours): Promise<void> {
    for (let n = 0; n < count; n += 1) await this.act((manager) => addRegion(manager, tenantId), tenantId);
  }

  async entries(tenantId = this.tenants.ours): Promise<LoggedEntry[]> {
    const rows = await this.superuser.query<(LoggedEntry & { seq: string })[]>(
      'SELECT seq, algorithm, hash, body FROM audit_entry WHERE tenant_id = $1 ORDER BY seq',
      [tenantId],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  /** What the entries say from the given number on. */
  async told(after = 0): Promise<Record<string, unknown>[]> {
    return (await this.entries()).slice(after).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  }

  async close(): Promise<void> {
    await Promise.all([this.application, this.owner, this.superuser].map((source) => source.destroy()));
    await this.stopDatabase();
  }
}

/** Adds a region of some name. Gives its id. */
export async function addRegion(manager: EntityManager, tenantId: string, name: string = newId()): Promise<string> {
  const id = newId();
  await manager.query('INSERT INTO region (tenant_id, id, name, bureau) VALUES ($1, $2, $3, $3)', [tenantId, id, name]);
  return id;
}
