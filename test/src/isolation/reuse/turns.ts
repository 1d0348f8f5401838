import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@shucu/kernel';
import type { tenantTransaction } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';
import { insertRegion, type Stage } from './stage.js';

/** What a turn works with: its tenant, another one, and the transaction function under test. */
interface Turn {
  readonly stage: Stage;
  readonly tenantId: string;
  readonly otherId: string;
  readonly transaction: typeof tenantTransaction;
  /** Begins the names of what it writes; all of it is there afterwards, or nothing. */
  readonly mark: string;
  /** Reads every row that can be seen and keeps whatever is not the tenant's own. */
  look(manager: EntityManager): Promise<void>;
}

/** How a kind of turn must end: committed, or refused with this code or message. */
export interface Kind {
  readonly ends: 'committed' | RegExp;
  /** Rows that are there when all is over. */
  readonly rows: 0 | 2;
  run(turn: Turn): Promise<unknown>;
}

type Work = (manager: EntityManager, turn: Turn) => Promise<unknown>;

/** One row, the work, another row: half a turn would be seen. */
const around =
  (work: Work) =>
  (turn: Turn): Promise<unknown> =>
    turn.transaction(turn.stage.application, turn.tenantId, async (manager) => {
      await turn.look(manager);
      await insertRegion(manager, turn.tenantId, `${turn.mark} first`);
      await work(manager, turn);
      await turn.look(manager);
      await insertRegion(manager, turn.tenantId, `${turn.mark} last`);
    });

const throwing: Work = async () => {
  throw new Error('midway');
};

/** Nested calls join the transaction of their own tenant; one for another tenant is refused and changes nothing. */
const nested: Work = async (_manager, { stage, transaction, tenantId, otherId, look }) => {
  await transaction(stage.application, tenantId, look);
  const refusal = await transaction(stage.application, otherId, async () => 'opened').catch(String);
  if (!refusal.includes('another tenant')) throw new Error(`A transaction of another tenant was ${refusal}`);
};

/** Ends the server's process under the transaction, as an administrator or the kernel might. */
const killed: Work = async (manager, { stage }) => {
  const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
  await stage.superuser.query('SELECT pg_terminate_backend($1)', [pid]);
  await manager.query('SELECT pg_sleep(0.05)');
};

/** Only who audits may hold no other role: the database says so at the commit. */
const doubtful: Work = async (manager, { tenantId, mark }) => {
  const account = newId();
  await manager.query('INSERT INTO account (tenant_id, id, login, display_name) VALUES ($1, $2, $3, $3)', [
    tenantId,
    account,
    mark,
  ]);
  for (const role of ['auditor', 'provinceOfficer']) {
    await manager.query('INSERT INTO account_role (tenant_id, id, account_id, role) VALUES ($1, $2, $3, $4)', [
      tenantId,
      newId(),
      account,
      role,
    ]);
  }
};

/** Goes on reading when its transaction is over: it is refused, or told nothing at all; least of all another tenant's rows. */
const forgetful: Work = async (manager, { stage, tenantId }) => {
  const read = async (): Promise<string | null> => {
    await pause(15);
    const rows = await manager.query<{ tenant_id: string }[]>('SELECT DISTINCT tenant_id FROM region');
    const foreign = rows.filter((row) => row.tenant_id !== tenantId);
    return foreign.length > 0 ? `${tenantId} is told rows of another tenant when its transaction is over` : null;
  };
  stage.strays.push(read().catch((error: Error) => (error.name.includes('Released') ? null : error.message)));
};

/** Several statements at once, one of which fails while the others are under way. */
const hasty: Work = (manager, { look }) =>
  Promise.all([look(manager), manager.query('SELECT 1 / 0'), look(manager), manager.query('SELECT pg_sleep(0.002)')]);

const timingOut: Work = async (manager) => {
  await manager.query('SET LOCAL statement_timeout = 20');
  await manager.query('SELECT pg_sleep(5)');
};

const PATIENCE_MS = 5_000;
let pair = 0;

/** Two transactions take two locks in opposite order; PostgreSQL ends one of them. */
async function deadlock(turn: Turn): Promise<unknown> {
  pair += 1;
  const mine = pair;
  const held = [false, false];
  const lock = (manager: EntityManager, which: number): Promise<unknown> =>
    manager.query('SELECT pg_advisory_xact_lock($1, $2)', [mine, which]);
  const side = (own: 0 | 1, of: string): Promise<unknown> =>
    turn.transaction(turn.stage.application, of, async (manager) => {
      await insertRegion(manager, of, `${turn.mark} first`);
      await lock(manager, own);
      held[own] = true;
      for (let waited = 0; !held[1 - own]; waited += 1) {
        if (waited > PATIENCE_MS) throw new Error('The other side of the deadlock never came');
        await pause(1);
      }
      await lock(manager, 1 - own);
      await insertRegion(manager, of, `${turn.mark} last`);
    });
  const outcomes = await Promise.allSettled([side(0, turn.tenantId), side(1, turn.otherId)]);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  if (refused.length !== 1) throw new Error(`${refused.length} of two transactions in a deadlock were refused`);
  throw refused[0]?.reason;
}

/** One at a time: two pairs would hold both connections of the pool and wait for a third. */
let last: Promise<unknown> = Promise.resolve();
const alone = (work: () => Promise<unknown>): Promise<unknown> => {
  const turn = last.then(work);
  last = turn.catch(() => null);
  return turn;
};

/** Everything that may happen between two transactions of different tenants on the same connection. */
export const KINDS: Readonly<Record<string, Kind>> = {
  reads: {
    ends: 'committed',
    rows: 0,
    run: (turn) => turn.transaction(turn.stage.application, turn.tenantId, turn.look),
  },
  writes: { ends: 'committed', rows: 2, run: around(() => pause(2)) },
  nests: { ends: 'committed', rows: 2, run: around(nested) },
  forgets: { ends: 'committed', rows: 2, run: around(forgetful) },
  throws: { ends: /midway/, rows: 0, run: around(throwing) },
  fails: { ends: /^22012/, rows: 0, run: around((manager) => manager.query('SELECT 1 / 0')) },
  goesOnAfterAFailure: {
    ends: /^25P02/,
    rows: 0,
    run: around((manager) => manager.query('SELECT 1 / 0').catch(() => null)),
  },
  hastens: { ends: /^22012/, rows: 0, run: around(hasty) },
  timesOut: { ends: /^57014/, rows: 0, run: around(timingOut) },
  isKilled: { ends: /^57P01|^Connection terminated|already released/, rows: 0, run: around(killed) },
  failsAtCommit: { ends: /^23000/, rows: 0, run: around(doubtful) },
  deadlocks: { ends: /^40P01/, rows: 2, run: (turn) => alone(() => deadlock(turn)) },
};
