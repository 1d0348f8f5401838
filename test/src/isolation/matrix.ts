import { COLUMNS, type Column, TABLE } from './columns.js';
import type { Elsewhere } from './elsewhere.js';
import type { Operation } from './operations.js';
import type { Place } from './places/place.js';
import { beside, call, told, type Variation } from './probe.js';
import type { WholeWorld } from './whole-world.js';

/** The same call twice: once with something that is somebody else’s, once with something that is nobody’s. */
export interface Probe {
  readonly name: string;
  readonly operation: Operation;
  readonly place: Place;
  readonly foreign: Variation;
  readonly none: Variation;
  /** What the two calls send, by which alone the answers may differ. */
  readonly sent: readonly [foreign: string, none: string];
  /** How it may be answered. */
  readonly fitting: readonly number[];
  /** What no answer may name. */
  readonly secrets: readonly string[];
}

/** Fewer than the api has connections. */
const AT_A_TIME = 6;

/** How much of an answer a fault shows. */
const SHOWN = 300;

type Stranger = Column | 'nobody';

const STRANGERS: readonly Stranger[] = [...COLUMNS, 'nobody'];

/** Who in a tenant reaches some of its rows only. */
const BOUND: readonly Stranger[] = ['cityOfficer', 'centerOperator', 'expert'];

/** Whether the table lets somebody call an endpoint. */
export function mayCall(who: Stranger, { name }: Pick<Operation, 'name'>): boolean {
  const allowed = TABLE.get(name);
  return allowed === 'open' || (who !== 'nobody' && Boolean(allowed?.includes(who)));
}

/** Every role, and nobody, with every id of an endpoint taken from another tenant. */
export function foreignProbes(ours: WholeWorld, theirs: WholeWorld, operation: Operation, place: Place): Probe[] {
  return Object.entries(place.ids).flatMap(([at, row]) =>
    STRANGERS.map((who) => {
      // Tenants and orders are the operators' to see: what is foreign to them is what no operator may find.
      const id = who === 'platformOperator' && isPlatformRow(theirs, row) ? theirs.hidden[row] : theirs.ids[row];
      return idProbe(ours, operation, place, { who, at, id, secrets: namesOf(theirs, who) });
    }),
  );
}

/** Every role that reaches some rows of its tenant only, with every id of an endpoint taken from the others. */
export function elsewhereProbes(ours: WholeWorld, operation: Operation, place: Place): Probe[] {
  const isOwn = operation.path.includes('/me/');
  const bound = Object.entries(place.ids).filter(([at]) => !place.shared?.includes(at));
  return bound.flatMap(([at, row]) =>
    STRANGERS.filter((who) => mayCall(who, operation) && (isOwn || BOUND.includes(who))).map((who) => {
      // One's own rows are here the second officer's, who is none of the columns.
      const id = isOwn ? ours.ids[row] : ours.elsewhere[row as keyof Elsewhere];
      if (!id) throw new Error(`Nobody said which ${row} is not within reach of the ${who} at ${operation.name}`);
      return idProbe(ours, operation, place, { who, at, id, secrets: isOwn ? [] : Object.values(ours.elsewhere) });
    }),
  );
}

function idProbe(
  world: WholeWorld,
  operation: Operation,
  place: Place,
  { who, at, id, secrets }: { who: Stranger; at: string; id: string; secrets: readonly string[] },
): Probe {
  const caller = world.as(who);
  return {
    name: `${who}: ${operation.name} ${at}`,
    ...{ operation, place, secrets },
    foreign: { caller, replaced: { [at]: id } },
    none: { caller, replaced: { [at]: beside(id) } },
    sent: [id, beside(id)],
    fitting: mayCall(who, operation) ? answersTo(at) : [who === 'nobody' ? 401 : 403],
  };
}

function answersTo(at: string): readonly number[] {
  if (at.startsWith('path')) return [404];
  return at.startsWith('query') ? [200, 404] : [404, 422];
}

/** Everything by which an answer could tell of a tenant. */
export function namesOf(world: WholeWorld, who: Stranger): string[] {
  const { tenant, ids, elsewhere } = world;
  const rows = Object.entries(ids).filter(([row]) => !isPlatformRow(world, row));
  const platform = who === 'platformOperator' ? [] : [tenant.id, tenant.code, ...Object.values(ids)];
  const names = [...rows.map(([, id]) => id), ...Object.values(tenant.accounts), ...Object.values(elsewhere)];
  return [...new Set([...names, ...platform])];
}

function isPlatformRow({ hidden }: WholeWorld, row: string): row is keyof WholeWorld['hidden'] {
  return row in hidden;
}

/** What is wrong with the answers; nothing where a stranger learns nothing by them. */
async function faultOf(world: WholeWorld, probe: Probe): Promise<object | null> {
  const { name, operation, place, sent, secrets, fitting } = probe;
  const foreign = await call(world, operation, place, probe.foreign);
  const none = await call(world, operation, place, probe.none);
  const answers = [told(foreign, sent), told(none, sent)];
  const named = secrets.filter((secret) => !sent.includes(secret) && answers.some((answer) => answer.includes(secret)));
  const isSame = place.grows ? foreign.status === none.status : answers[0] === answers[1];
  return isSame && named.length === 0 && fitting.includes(foreign.status)
    ? null
    : { name, named, answers: answers.map((answer) => answer.slice(0, SHOWN)) };
}

/** Runs probes of several endpoints at a time, as they change nothing, but one of each; gives what is wrong. */
export async function faultsOf(world: WholeWorld, probes: readonly Probe[]): Promise<object[]> {
  const faults: object[] = [];
  const waiting = [...new Set(probes.map(({ operation }) => operation))];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const probe of probes.filter(({ operation }) => operation === next)) {
        const fault = await faultOf(world, probe);
        if (fault) faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return faults;
}
