import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { BusyProvince } from './busy-province.js';
import { type Answer, type Call, type Leaving, leave, stay } from './leaving-client.js';

export interface Hurried {
  readonly calls: number;
  /** Clients that were not answered as they had gone. */
  readonly left: number;
  readonly faults: readonly string[];
  /** Centers that were asked for in full, and whether the client heard that it is there. */
  readonly announced: readonly { readonly name: string; readonly stayed: boolean }[];
  /** Centers of which the client only said half. */
  readonly unsaid: readonly string[];
}

interface Scene {
  readonly origin: string;
  readonly provinces: readonly BusyProvince[];
  readonly superuser: DataSource;
  readonly name: string;
}

const CALLERS = 9;
const LEAVINGS: readonly (Leaving | 'stays')[] = ['stays', 'aborts', 'stays', 'cuts', 'saysHalf'];

/** Many calls of all tenants at once, most of whose clients leave after some milliseconds; now and then a connection is ended. */
export async function hurry(scene: Scene, calls: number): Promise<Hurried> {
  const [faults, announced, unsaid]: [string[], { name: string; stayed: boolean }[], string[]] = [[], [], []];
  let [taken, left] = [0, 0];
  const caller = async (): Promise<void> => {
    while (taken < calls) {
      const n = taken;
      taken += 1;
      const province = scene.provinces[n % scene.provinces.length] as BusyProvince;
      const leaving = LEAVINGS[n % LEAVINGS.length] ?? 'stays';
      const call = n % 4 === 0 ? province.list : province.newCenter();
      if (n % 20 === 19) await endOneOf(scene);
      const answer = await made(scene.origin, call, leaving, (n * 7) % 30);
      if (answer === 'left') left += 1;
      else faults.push(...faultsOf(answer, call, province));
      const name = call.body?.name;
      if (!name) continue;
      if (leaving === 'saysHalf') unsaid.push(name);
      else announced.push({ name, stayed: answer !== 'left' && answer.status === 201 });
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
  return { calls, left, faults, announced, unsaid };
}

function made(origin: string, call: Call, leaving: Leaving | 'stays', ms: number): Promise<Answer | 'left'> {
  return leaving === 'stays' ? stay(origin, call) : leave(origin, call, leaving, () => pause(ms));
}

/** Ends a connection of the api that is in a transaction, preferably between two of its statements, whosever it is. */
async function endOneOf({ superuser, name }: Scene): Promise<void> {
  await superuser.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid IN
       (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1
        AND xact_start IS NOT NULL ORDER BY state = 'idle in transaction' DESC LIMIT 1)`,
    [name],
  );
}

function faultsOf({ status, text }: Answer, { method, body }: Call, { code }: BusyProvince): string[] {
  if (status === 503) return [];
  if (status !== (method === 'GET' ? 200 : 201)) return [`${method} ${JSON.stringify(body)}: ${status} ${text}`];
  const names = [...text.matchAll(/"name":"(t\d+-[^"]+)"/g)].map(([, found = '']) => found);
  return names.filter((found) => !found.startsWith(`${code} `)).map((found) => `${code} is told of ${found}`);
}
