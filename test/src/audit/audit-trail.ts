import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';

/** An entry of the audit log as it is hashed. */
export interface Entry {
  readonly seq: number;
  readonly op: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly result: 'done' | 'refused';
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly request: { readonly requestId?: string; readonly address?: string } | null;
  readonly before: object | null;
  readonly after: object | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** Follows the log of one tenant as it grows, past the api that it tells of. */
export class AuditTrail {
  private seen = 0;

  constructor(
    private readonly owner: DataSource,
    private readonly tenantId: string,
  ) {}

  /** What has come since the last time. */
  async news(): Promise<Entry[]> {
    const entries = await this.since(this.seen);
    this.seen = entries.at(-1)?.seq ?? this.seen;
    return entries;
  }

  /** From the first entry on. */
  whole(): Promise<Entry[]> {
    return this.since(0);
  }

  private async since(seq: number): Promise<Entry[]> {
    const rows = await tenantTransaction(this.owner, this.tenantId, (manager) =>
      manager.query<{ body: string }[]>('SELECT body FROM audit_entry WHERE tenant_id = $1 AND seq > $2 ORDER BY seq', [
        this.tenantId,
        seq,
      ]),
    );
    return rows.map(({ body }) => JSON.parse(body) as Entry);
  }
}

/** The columns that the log must not show, of all tables, with what they hold of a tenant. */
export async function storedSecrets(owner: DataSource, tenantId: string): Promise<string[]> {
  return tenantTransaction(owner, tenantId, async (manager) => {
    const columns = await manager.query<{ table: string; column: string }[]>(
      `SELECT a.attrelid::regclass AS "table", a.attname AS "column" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
         AND a.attname IN ('password_hash', 'token_hash', 'code_hash', 'totp_secret', 'client_secret')
         AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = c.oid AND attname = 'tenant_id')`,
    );
    const found: string[] = [];
    for (const { table, column } of columns) {
      const rows = await manager.query<{ secret: string }[]>(
        `SELECT ${column} AS secret FROM ${table} WHERE tenant_id = $1 AND ${column} IS NOT NULL`,
        [tenantId],
      );
      found.push(...rows.map(({ secret }) => secret));
    }
    return found;
  });
}
