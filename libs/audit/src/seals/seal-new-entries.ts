import type { KeyObject } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { AuditAlgorithm } from '../chain/chain-entry.js';
import { ChainWalk } from '../chain/chain-walk.js';
import type { Verification } from '../chain/verify-chain.js';
import { type Seal, sealHead } from './seal.js';
import type { SealFile } from './seal-file.js';

/** First half of the advisory lock that lets one worker at a time seal a tenant; the number is only a name. */
const SEAL_LOCK = 7_100_132;
/** Entries that one seal covers at most. */
const COVERED = 10_000;

interface EntryRow {
  seq: string;
  algorithm: AuditAlgorithm;
  hash: string;
  body: string;
}

/**
 * Seals what came into the tenant's log since its last seal, in a transaction of the tenant; nothing where another worker is at
 * it. Follows the chain first: what does not follow is not signed, and is given back.
 */
export async function sealNewEntries(
  manager: EntityManager,
  tenantId: string,
  file: SealFile,
  key: KeyObject,
): Promise<Verification['firstBad']> {
  const [{ free }] = await manager.query<[{ free: boolean }]>(
    'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS free',
    [SEAL_LOCK, tenantId],
  );
  if (!free) return null;
  let last = await file.last();
  if (last && !(await isStillThere(manager, last))) return { seq: last.seq, why: 'sealed' };
  for (;;) {
    const walk = new ChainWalk(tenantId, last ?? undefined);
    const rows = await entriesAfter(manager, tenantId, walk.place.seq);
    if (rows.length === 0) return null;
    for (const row of rows) {
      const why = walk.step({ ...row, seq: Number(row.seq) });
      if (why) return { seq: walk.place.seq + 1, why };
    }
    const head = { tenant: tenantId, ...walk.place, at: new Date().toISOString() };
    last = sealHead(
      head,
      rows.map(({ hash }) => hash),
      last,
      key,
    );
    await file.append(last);
    if (rows.length < COVERED) return null;
  }
}

async function isStillThere(manager: EntityManager, { tenant, seq, hash }: Seal): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    'SELECT 1 FROM audit_entry WHERE tenant_id = $1 AND seq = $2 AND hash = $3',
    [tenant, seq, hash],
  );
  return found.length > 0;
}

function entriesAfter(manager: EntityManager, tenantId: string, seq: number): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(
    'SELECT seq, algorithm, hash, body FROM audit_entry WHERE tenant_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
    [tenantId, seq, COVERED],
  );
}
