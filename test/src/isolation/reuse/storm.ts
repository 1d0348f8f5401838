import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@shucu/kernel';
import type { tenantTransaction } from '@shucu/tenancy';
import type { EntityManager } from 'typeorm';
import { refusalOf } from '../sql/row-maker.js';
import { idleInTransaction, residueOn, residuesOf, type Stage } from './stage.js';
import { KINDS, type Kind } from './turns.js';

export interface Storm {
  readonly turns: number;
  /** How often a connection went from one tenant to another. */
  readonly handovers: number;
  readonly faults: readonly string[];
}

/** Turns under way at once; four times what the pool has. */
const CALLERS = 8;

/** Runs many turns of all kinds and tenants over the pool, and after each a plain query; names whatever leaked or stayed. */
export async function rage(
  stage: Stage,
  transaction: typeof tenantTransaction,
  turns: number,
  kinds: readonly string[] = Object.keys(KINDS),
): Promise<Storm> {
  const faults: string[] = [];
  const watch = watchOver(faults);
  const next = dealer(kinds, turns);
  const caller = async (): Promise<void> => {
    for (let dealt = next(); dealt; dealt = next()) {
      const [name, n] = dealt;
      const [tenantId = '', otherId = ''] = [stage.tenants[n % 3], stage.tenants[(n + 1) % 3]];
      const mark = `t${newId()}`;
      const look = (manager: EntityManager): Promise<void> => watch.look(manager, tenantId, name);
      const turn = { stage, transaction, tenantId, otherId, mark, look };
      const kind = KINDS[name] as Kind;
      const end = await kind.run(turn).then(() => 'committed', endOf);
      const fits = kind.ends === 'committed' ? end === 'committed' : kind.ends.test(end);
      if (!fits) faults.push(`${name}: ended with ${end}`);
      const residue = await residueOn(stage.application);
      if (residue) faults.push(`${name}: a plain query finds ${residue}`);
      faults.push(...(await unwhole(stage, mark, kind, name)));
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  await pause(30);
  faults.push(...(await Promise.all(stage.strays)).filter((fault) => fault !== null));
  faults.push(...(await residuesOf(stage.application)).map((residue) => `in the end a connection has ${residue}`));
  if ((await idleInTransaction(stage)) > 0) faults.push('a connection is left inside a transaction');
  return { turns, handovers: watch.handovers(), faults };
}

/** Deals kinds of turns in a shuffled order that is the same in every run; each kind as often as the others. */
function dealer(names: readonly string[], turns: number): () => [string, number] | undefined {
  let [dealt, state] = [0, 20_241];
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const deck = Array.from({ length: turns }, (_, n) => names[n % names.length] as string);
  const order = deck.map((name) => ({ name, at: random() })).sort((a, b) => a.at - b.at);
  return () => {
    const { name } = order[dealt] ?? {};
    dealt += 1;
    return name ? [name, Math.trunc(random() * 3)] : undefined;
  };
}

function watchOver(faults: string[]) {
  const lastOf = new Map<number, string>();
  let handovers = 0;
  return {
    handovers: () => handovers,
    look: async (manager: EntityManager, tenantId: string, name: string): Promise<void> => {
      const rows = await manager.query<{ tenant_id: string; pid: number }[]>(
        'SELECT DISTINCT tenant_id, pg_backend_pid() AS pid FROM region',
      );
      if (rows.length !== 1 || rows[0]?.tenant_id !== tenantId) {
        faults.push(`${name}: ${tenantId} sees rows of ${rows.map((row) => row.tenant_id).join(', ') || 'nobody'}`);
      }
      const pid = rows[0]?.pid ?? 0;
      if (lastOf.has(pid) && lastOf.get(pid) !== tenantId) handovers += 1;
      lastOf.set(pid, tenantId);
    },
  };
}

/** Looks behind the policies: what a turn wrote is there as a whole or not at all, its entries in the audit log too. */
async function unwhole({ superuser }: Stage, mark: string, { rows }: Kind, name: string): Promise<string[]> {
  const [found] = await superuser.query<[{ rows: number; tenants: number; told: number }]>(
    `SELECT count(*)::int AS rows, count(DISTINCT tenant_id)::int AS tenants,
       (SELECT count(*)::int FROM audit_entry e WHERE e.subject = 'region' AND e.subject_id IN
         (SELECT r.id::text FROM region r WHERE r.name LIKE $1 AND r.tenant_id = e.tenant_id)) AS told
     FROM region WHERE name LIKE $1`,
    [`${mark}%`],
  );
  const expected = { rows, tenants: rows / 2, told: rows };
  return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`${name}: left ${JSON.stringify(found)}`];
}

/** The code and the message of what a turn ended with. */
function endOf(error: unknown): string {
  const { code = '', message } = refusalOf(error);
  return `${code} ${message}`.trim();
}
