import { once } from 'node:events';
import request from 'supertest';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { carrierProbes } from '../isolation/carriers.js';
import { COLUMNS, type Column } from '../isolation/columns.js';
import { elsewhereProbes, faultsOf, foreignProbes, mayCall, namesOf, type Probe } from '../isolation/matrix.js';
import { type Operation, operationsOf } from '../isolation/operations.js';
import type { Place } from '../isolation/places/place.js';
import { PLACES } from '../isolation/places.js';
import { call, textOf, type Variation } from '../isolation/probe.js';
import { createWholeWorld, type WholeWorld } from '../isolation/whole-world.js';

/** The operators keep accounts as well: those of the operators. */
const ownOf = ({ accounts }: WholeWorld, column: Column, { ids }: Place): Variation['replaced'] =>
  column === 'platformOperator' && ids['path.id'] === 'account' ? { 'path.id': accounts.secondOperator } : {};

/**
 * Goes red by the name of role, endpoint and id: where a guard is gone, as nobody is then answered otherwise than 401 or 403; where an
 * ability has lost its condition, as a row out of reach is there; where a query has forgotten its tenant, once the policies are gone.
 */
/** Endpoints that are open to everybody and take ids: of what was published. */
const PUBLISHED = [
  'GET /public/{code}/announcements',
  'GET /public/{code}/notices',
  'GET /public/{code}/notices/{id}',
  'POST /public/{code}/notices/{id}/objections',
];

describe('another tenant', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let ours: WholeWorld;
  let theirs: WholeWorld;
  let operations: readonly Operation[];

  const placed = (): [Operation, Place][] =>
    Object.entries(PLACES).map(([name, place]) => {
      const operation = operations.find((one) => one.name === name);
      if (!operation) throw new Error(`There is no ${name}`);
      return [operation, place];
    });

  const reads = (): [Operation, Place][] => placed().filter(([{ verb }]) => verb === 'get');

  /** Runs the probes, says how many there were, and expects no fault. */
  const expectNone = async (what: string, probes: readonly Probe[], least: number): Promise<void> => {
    const faults = await faultsOf(ours, probes);
    process.stdout.write(`isolation: ${probes.length} probes of ${Object.keys(PLACES).length} endpoints: ${what}\n`);
    expect(faults).toEqual([]);
    expect(probes.length).toBeGreaterThan(least);
  };

  /** Every role reads all that it may; faulty is what is refused and what names anything of theirs. */
  const readings = async (): Promise<{ count: number; faults: object[] }> => {
    const calls = reads().flatMap(([operation, place]) =>
      COLUMNS.filter((one) => mayCall(one, operation) && (place.readers ?? COLUMNS).includes(one)).map((column) => ({
        operation,
        place,
        column,
      })),
    );
    const faults: object[] = [];
    for (const { operation, place, column } of calls) {
      const caller = ours.as(column);
      const response = await call(ours, operation, place, { caller, replaced: ownOf(ours, column, place) });
      const named = namesOf(theirs, column).filter((name) => textOf(response).includes(name));
      if (response.status !== 200 || named.length > 0) {
        faults.push({ name: `${column}: ${operation.name}`, status: response.status, named });
      }
    }
    return { count: calls.length, faults };
  };

  beforeAll(async () => {
    platform = await startPlatform();
    platform.server.listen(0, '127.0.0.1');
    await once(platform.server, 'listening');
    worker = await platform.startWorker();
    [ours, theirs] = [await createWholeWorld(platform), await createWholeWorld(platform)];
    operations = operationsOf((await request(platform.server).get('/api/openapi.json').expect(200)).body);
  }, 300_000);

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('is looked for by every endpoint that takes an id or reads: none is without its place', () => {
    const wanted = operations.filter(({ ids, verb, open }) => !open && (ids.length > 0 || verb === 'get'));
    expect(wanted.length).toBeGreaterThan(80);
    const faults = wanted.filter(({ name, ids }) => {
      const known = Object.keys(PLACES[name]?.ids ?? {});
      return !PLACES[name] || [...ids].sort().join() !== known.sort().join();
    });
    expect(faults.map(({ name, ids }) => `${name} takes ${ids.join()}`)).toEqual([]);
    const openly = operations.filter(({ open, ids }) => open && ids.length > 0);
    expect(openly.map(({ name }) => name).sort()).toEqual(PUBLISHED);
  });

  it('has nothing on the public page of a province: what another one published is not there', async () => {
    const anybody = ours.as('nobody');
    const page = (world: WholeWorld): string => `public/${world.tenant.code}/notices/${theirs.ids.notice}`;
    await anybody.get(page(theirs)).expect(200);
    await anybody.get(page(ours)).expect(404);
    const listed = await anybody
      .get(`public/${ours.tenant.code}/notices?after=${theirs.ids.notice}&limit=100`)
      .expect(200);
    expect(JSON.stringify(listed.body)).not.toContain(theirs.tenant.id);
    expect(listed.body.items.map(({ id }: { id: string }) => id)).not.toContain(theirs.ids.notice);
    const objection = {
      ...{ applicationId: ours.ids.contested, objectorKind: 'person', objectorName: '张三' },
      ...{ identityNumber: '11010519491231002X', phone: '13800000000', content: '人数不实。' },
    };
    await anybody.post(`${page(ours)}/objections`, objection).expect(404);
    await anybody.post(`${page(theirs)}/objections`, objection).expect(422);
  });

  it('is answered for like nothing, whoever asks: in paths, bodies, lists, filters and cursors', async () => {
    const probes = placed().flatMap(([operation, place]) => foreignProbes(ours, theirs, operation, place));
    await expectNone('an id of another tenant, by every role and by nobody', probes, 700);
  }, 300_000);

  it('is no more than a region, an organization or a person that is not the caller’s', async () => {
    const probes = placed().flatMap(([operation, place]) => elsewhereProbes(ours, operation, place));
    await expectNone('an id of the own tenant that is out of reach', probes, 60);
  }, 300_000);

  it('cannot be named where nobody asks for a tenant', async () => {
    const probes = placed().flatMap(([operation, place]) => carrierProbes(ours, theirs, operation, place));
    await expectNone('another tenant in parameters, headers, cookies and fields', probes, 600);
  }, 300_000);

  it('is in nothing that a role reads, and each role reads all that its column says', async () => {
    const { count, faults } = await readings();
    process.stdout.write(`isolation: ${count} readings by those who may\n`);
    expect(faults).toEqual([]);
  }, 300_000);

  it('has what we asked for in vain: also what was out of reach is there for others', async () => {
    const faults: object[] = [];
    const outOfReach = new Map<string, string>(Object.entries(ours.elsewhere));
    for (const [operation, place] of reads()) {
      const replaced = Object.fromEntries(
        Object.entries(place.ids).flatMap(([at, row]) => {
          const id = outOfReach.get(row);
          return id ? [[at, id]] : [];
        }),
      );
      if (Object.keys(replaced).length === 0 || !mayCall('auditor', operation)) continue;
      const { status } = await call(ours, operation, place, { caller: ours.as('auditor'), replaced });
      if (status !== 200) faults.push({ name: operation.name, status });
    }
    expect(faults).toEqual([]);
  });

  it('serves its own rightful callers, with the very same calls', async () => {
    const refused: object[] = [];
    for (const [operation, place] of placed()) {
      const { status, body } = await call(theirs, operation, place);
      if (status >= 300) refused.push({ call: operation.name, status, body });
      else await place.settle?.(theirs);
    }
    expect(refused).toEqual([]);
  }, 300_000);

  it('finds nothing either once no policy of the database is left, as every query names its tenant', async () => {
    const tables = await platform.owner.query<{ name: string }[]>(
      'SELECT oid::regclass AS name FROM pg_class WHERE relrowsecurity',
    );
    for (const { name } of tables) await platform.owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
    const probes = placed().flatMap(([operation, place]) => foreignProbes(ours, theirs, operation, place));
    await expectNone('the same without row level security', probes, 700);
    expect((await readings()).faults).toEqual([]);
  }, 300_000);
});
