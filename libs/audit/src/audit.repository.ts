import type { EntityManager } from 'typeorm';
import type { AuditBody } from './chain/chain-entry.js';

/** Which entries are asked for; what is not given does not matter. */
export interface AuditQuery {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly result?: AuditBody['result'] | undefined;
  /** Instants in ISO 8601: from the first on, up to but without the second. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Entries before this number: the last of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

interface EntryText {
  algorithm: string;
  hash: string;
  body: string;
}

/** An instant in the form in which entries have it, so that texts compare as times do. */
const asEntryTime = (placeholder: string): string =>
  `to_char(${placeholder}::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const CONDITIONS = {
  actorId: (value: string) => `actor_id = ${value}`,
  action: (value: string) => `action = ${value}`,
  subject: (value: string) => `subject = ${value}`,
  subjectId: (value: string) => `subject_id = ${value}`,
  result: (value: string) => `result = ${value}`,
  from: (value: string) => `at >= ${asEntryTime(value)}`,
  to: (value: string) => `at < ${asEntryTime(value)}`,
  before: (value: string) => `seq < ${value}`,
} as const satisfies Partial<Record<keyof AuditQuery, (placeholder: string) => string>>;

/** The latest entries that fit. */
export function selectEntries(
  manager: EntityManager,
  tenantId: string,
  { limit, ...filters }: AuditQuery,
): Promise<EntryText[]> {
  const values: unknown[] = [tenantId, limit];
  const conditions = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).flatMap((name) => {
    if (filters[name] === undefined) return [];
    values.push(filters[name]);
    return [` AND ${CONDITIONS[name](`$${values.length}`)}`];
  });
  return manager.query<EntryText[]>(
    `SELECT algorithm, hash, body FROM audit_entry WHERE tenant_id = $1${conditions.join('')} ORDER BY seq DESC LIMIT $2`,
    values,
  );
}
