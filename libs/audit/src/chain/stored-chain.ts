import { AppError } from '@shucu/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import type { AuditAlgorithm, ChainEntry } from './chain-entry.js';

const FETCHED = 2_000;

interface EntryRow {
  seq: string;
  algorithm: AuditAlgorithm;
  hash: string;
  body: string;
  at: string;
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  subject: string;
  subject_id: string | null;
  result: string;
  request_id: string | null;
}

/** A tenant's chain as the database has it. */
export interface StoredChain {
  /** The tenant's public code. */
  readonly code: string;
  /** Of new entries. */
  readonly algorithm: AuditAlgorithm;
  /** The database's time, UTC. */
  readonly readAt: string;
  /** Every entry that is committed when the first is asked for, in order; the chain can be read once. */
  readonly entries: AsyncIterable<ChainEntry>;
  close(): Promise<void>;
}

/**
 * Opens a tenant's chain for reading, in a read-only transaction on a connection of its own: it may take longer than the request
 * that asked for it, and a cursor keeps the memory constant. The caller closes it. Throws where there is no such tenant.
 */
export async function openStoredChain(dataSource: DataSource, tenantId: string): Promise<StoredChain> {
  const runner = dataSource.createQueryRunner();
  const close = async (): Promise<void> => {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  };
  try {
    await runner.startTransaction();
    await runner.query('SET TRANSACTION READ ONLY');
    await runner.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenantId]);
    const [tenant] = (await runner.query(
      `SELECT code, coalesce((SELECT algorithm FROM audit_chain WHERE tenant_id = $1), 'sha256') AS algorithm,
         to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "readAt"
       FROM tenant WHERE id = $1`,
      [tenantId],
    )) as [Pick<StoredChain, 'code' | 'algorithm' | 'readAt'>?];
    if (!tenant) throw new AppError('resource.notFound');
    return { ...tenant, entries: entriesOf(runner, tenantId), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* entriesOf(runner: QueryRunner, tenantId: string): AsyncGenerator<ChainEntry> {
  await runner.query(
    `DECLARE audit_chain_cursor NO SCROLL CURSOR FOR
     SELECT seq, algorithm, hash, body, at, actor_id, actor_name, action, subject, subject_id, result, request_id
     FROM audit_entry WHERE tenant_id = $1 ORDER BY seq`,
    [tenantId],
  );
  for (;;) {
    const rows = (await runner.query(`FETCH ${FETCHED} FROM audit_chain_cursor`)) as EntryRow[];
    for (const row of rows) yield entryOf(row);
    if (rows.length < FETCHED) return;
  }
}

function entryOf(row: EntryRow): ChainEntry {
  return {
    seq: Number(row.seq),
    algorithm: row.algorithm,
    hash: row.hash,
    body: row.body,
    columns: {
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      action: row.action,
      subject: row.subject,
      subjectId: row.subject_id,
      result: row.result,
      requestId: row.request_id,
    },
  };
}
