import { Injectable } from '@nestjs/common';
import { newId } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import { type AuditQuery, selectEntries } from './audit.repository.js';
import type { AuditAlgorithm, AuditBody } from './chain/chain-entry.js';

/** What no row tells: a sign-in, a refusal, an export. */
export interface AuditEvent {
  /** What was done or tried, e.g. `session.signIn`. */
  readonly action: string;
  /** What kind of thing it was done to, e.g. `account`. */
  readonly subject: string;
  readonly subjectId?: string | null;
  readonly result: AuditBody['result'];
  /** Plain data for the reader of the log; nothing secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An entry as it is read. */
export interface AuditRecord extends AuditBody {
  readonly algorithm: string;
  readonly hash: string;
}

/** The tenant's audit log, within the open tenant transaction. */
@Injectable()
export class AuditService {
  /** Has the event become an entry when the open transaction commits; rolled back, it never was. */
  async note({ action, subject, subjectId = null, result, details }: AuditEvent): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO audit_note (tenant_id, id, action, subject, subject_id, result, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, newId(), action, subject, subjectId, result, details ? JSON.stringify(details) : null],
    );
  }

  /** A page of entries that fit, the latest first. Asks for no permission: the caller has done so. */
  async list(query: AuditQuery): Promise<AuditRecord[]> {
    const { manager, tenantId } = TenantContext;
    const rows = await selectEntries(manager, tenantId, query);
    return rows.map(({ algorithm, hash, body }) => ({ ...(JSON.parse(body) as AuditBody), algorithm, hash }));
  }

  /** With what new entries are hashed. */
  async algorithm(): Promise<AuditAlgorithm> {
    const { manager, tenantId } = TenantContext;
    const [chain] = await manager.query<[{ algorithm: AuditAlgorithm }?]>(
      'SELECT algorithm FROM audit_chain WHERE tenant_id = $1',
      [tenantId],
    );
    return chain?.algorithm ?? 'sha256';
  }

  /** Has entries hashed with this algorithm, from that of this very change on; asks for no permission. */
  async useAlgorithm(algorithm: AuditAlgorithm): Promise<void> {
    const { manager, tenantId } = TenantContext;
    await manager.query(
      `INSERT INTO audit_chain (tenant_id, algorithm) VALUES ($1, $2)
       ON CONFLICT (tenant_id) DO UPDATE SET algorithm = excluded.algorithm`,
      [tenantId, algorithm],
    );
  }
}
