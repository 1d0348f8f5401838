import type { EntityManager } from 'typeorm';

/** Channel on which the database says whose outbox has new rows; the payload is the tenant's id. */
export const OUTBOX_CHANNEL = 'shucu_outbox';

/** Neither done nor failed. Worded so that a search by id never goes through the index of all open rows. */
const OPEN = 'coalesce(done_at, failed_at) IS NULL';
const TENANT_IS_ACTIVE = `EXISTS (SELECT FROM tenant WHERE id = $1 AND status = 'active')`;

export interface NewOutboxRow {
  readonly id: string;
  readonly payload: unknown;
}

/** Adds rows and wakes the relay when the transaction commits. */
export async function addOutboxRows(
  manager: EntityManager,
  tenantId: string,
  job: string,
  rows: readonly NewOutboxRow[],
): Promise<void> {
  await manager.query(
    `WITH added AS (
       INSERT INTO outbox (tenant_id, id, job, payload)
       SELECT $1::uuid, id, $2, payload FROM jsonb_to_recordset($3) AS added (id uuid, payload jsonb))
     SELECT pg_notify('${OUTBOX_CHANNEL}', $1::text)`,
    [tenantId, job, JSON.stringify(rows)],
  );
}

/** A row that is neither done nor failed for good. */
export interface OpenRow {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  /** Tries that have failed so far. */
  readonly attempts: number;
}

/** Which open rows the relay takes: those never given to the queue, or those given to it so long ago that it may have lost them. */
export type RelayChoice = { readonly unrelayed: true } | { readonly staleAfterMs: number };

/**
 * Marks up to `limit` rows of the named jobs as relayed and gives them, oldest first. Passes over rows that are locked: another
 * worker is relaying them, or their job is in its transaction. Gives none for a suspended tenant.
 */
export async function takeForRelay(
  manager: EntityManager,
  tenantId: string,
  choice: RelayChoice,
  jobs: readonly string[],
  limit: number,
): Promise<OpenRow[]> {
  await commitWithoutWaiting(manager);
  const stale = 'staleAfterMs' in choice;
  const [rows] = await manager.query<[OpenRow[], number]>(
    `UPDATE outbox SET relayed_at = now() WHERE tenant_id = $1 AND id IN (
       SELECT id FROM outbox
       WHERE tenant_id = $1 AND done_at IS NULL AND failed_at IS NULL AND job = ANY ($2) AND ${TENANT_IS_ACTIVE}
         AND ${stale ? `relayed_at < now() - $4 * interval '1 millisecond'` : 'relayed_at IS NULL'}
       ORDER BY ${stale ? 'relayed_at, id' : 'id'} LIMIT $3 FOR UPDATE SKIP LOCKED)
     RETURNING id, job, payload, attempts`,
    [tenantId, jobs, limit, ...(stale ? [choice.staleAfterMs] : [])],
  );
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those of the rows that are still to be done; none for a suspended tenant. */
export async function readOpen(manager: EntityManager, tenantId: string, ids: readonly string[]): Promise<OpenRow[]> {
  return manager.query<OpenRow[]>(
    `SELECT id, job, payload, attempts FROM outbox
     WHERE tenant_id = $1 AND id = ANY ($2) AND ${OPEN} AND ${TENANT_IS_ACTIVE}`,
    [tenantId, ids],
  );
}

/** Locks one row until the end of the transaction. Gives whether it is still to be done, never for a suspended tenant. */
export async function lockOpen(manager: EntityManager, tenantId: string, id: string): Promise<boolean> {
  const [row] = await manager.query<[{ open: boolean }?]>(
    `SELECT ${OPEN} AND ${TENANT_IS_ACTIVE} AS open FROM outbox WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
    [tenantId, id],
  );
  return row?.open ?? false;
}

/** Marks rows as done. */
export async function markDone(manager: EntityManager, tenantId: string, ids: readonly string[]): Promise<void> {
  await manager.query(`UPDATE outbox SET done_at = now() WHERE tenant_id = $1 AND id = ANY ($2) AND ${OPEN}`, [
    tenantId,
    ids,
  ]);
}

/**
 * Lets the commit of a transaction return before the server's disk has it. For marks alone: where a crash of the server takes
 * one back, the job is relayed or delivered again, which it must bear anyway.
 */
export async function commitWithoutWaiting(manager: EntityManager): Promise<void> {
  await manager.query('SET LOCAL synchronous_commit TO off');
}

export interface Failure {
  readonly id: string;
  /** What went wrong, without personal data. */
  readonly error: string;
  /** Tries in all that this job gets. */
  readonly attempts: number;
  /** No further try could help. */
  readonly permanent: boolean;
}

/**
 * Counts a failed try; after the last one, or a permanent failure, the row has failed for good. Gives `settled` where the job
 * was done or failed already.
 */
export async function recordFailure(
  manager: EntityManager,
  tenantId: string,
  { id, error, attempts, permanent }: Failure,
): Promise<'tryAgain' | 'failed' | 'settled'> {
  const [[row]] = await manager.query<[[{ failed: boolean }?], number]>(
    `UPDATE outbox SET attempts = attempts + 1, last_error = $3,
       failed_at = CASE WHEN $5 OR attempts + 1 >= $4 THEN now() END
     WHERE tenant_id = $1 AND id = $2 AND ${OPEN} RETURNING failed_at IS NOT NULL AS failed`,
    [tenantId, id, error, attempts, permanent],
  );
  if (!row) return 'settled';
  return row.failed ? 'failed' : 'tryAgain';
}
