import request, { type Response } from 'supertest';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { type Operation, operationsOf } from '../isolation/operations.js';
import { PLACES, type Place } from '../isolation/places.js';
import { beside, call } from '../isolation/probe.js';
import { createWorld, type World } from '../isolation/world.js';

/** What may be told to a stranger, without what differs from call to call and without the id that was sent. */
const shown = ({ status, type, body, text }: Response, sent: string): object => ({
  status,
  type,
  body: JSON.stringify(type.endsWith('json') ? { ...body, requestId: '' } : text).replaceAll(sent, '<id>'),
});

describe('another tenant’s ids', () => {
  let platform: TestPlatform;
  let worker: { close(): Promise<void> };
  let ours: World;
  let theirs: World;
  let operations: readonly Operation[];
  const placed = (): [Operation, Place][] =>
    Object.entries(PLACES).map(([name, place]) => {
      const operation = operations.find((one) => one.name === name);
      if (!operation) throw new Error(`There is no ${name}`);
      return [operation, place];
    });

  beforeAll(async () => {
    platform = await startPlatform();
    worker = await platform.startWorker();
    [ours, theirs] = [await createWorld(platform), await createWorld(platform)];
    operations = operationsOf((await request(platform.server).get('/api/openapi.json').expect(200)).body);
  }, 120_000);

  afterAll(async () => {
    await worker?.close();
    await platform?.stop();
  });

  it('have a place in these probes wherever an endpoint takes one', () => {
    const wanted = operations.filter(({ ids, verb, open }) => !open && (ids.length > 0 || verb === 'get'));
    expect(wanted.length).toBeGreaterThan(30);
    const faults = wanted.filter(({ name, ids }) => {
      const known = Object.keys(PLACES[name]?.ids ?? {});
      return !PLACES[name] || [...ids].sort().join() !== known.sort().join();
    });
    expect(faults.map(({ name, ids }) => `${name} takes ${ids.join()}`)).toEqual([]);
  });

  it('are answered like ids of nothing, in paths, bodies, filters and cursors', async () => {
    const faults: object[] = [];
    const foreign = Object.values(theirs.ids);
    let probes = 0;
    for (const [operation, place] of placed()) {
      for (const [at, row] of Object.entries(place.ids)) {
        const id = theirs.ids[row];
        const [real, none] = [
          await call(ours, operation, place, { [at]: id }),
          await call(ours, operation, place, { [at]: beside(id) }),
        ];
        probes += 1;
        const answers = [shown(real, id), shown(none, beside(id))];
        const told = foreign.filter((other) => other !== id && JSON.stringify(answers).includes(other));
        const same = JSON.stringify(answers[0]) === JSON.stringify(answers[1]);
        const fitting = at.startsWith('query') ? [200, 404] : at.startsWith('path') ? [404] : [404, 422];
        if (!same || told.length > 0 || !fitting.includes(real.status)) {
          faults.push({ probe: `${operation.name} ${at}`, answers, told });
        }
      }
    }
    process.stdout.write(`isolation: ${probes} probes of ${Object.keys(PLACES).length} endpoints\n`);
    expect(faults).toEqual([]);
    expect(probes).toBeGreaterThan(35);
  }, 120_000);

  it('come up in no list of ours', async () => {
    const foreign = [theirs.tenant.id, ...Object.values(theirs.ids)];
    for (const [operation, place] of placed()) {
      if (operation.verb !== 'get' || operation.path.includes('{')) continue;
      const { text } = await call(ours, operation, place).expect(200);
      expect({ list: operation.name, told: foreign.filter((id) => text.includes(id)) }).toEqual({
        list: operation.name,
        told: [],
      });
    }
  });

  it('serve their rightful callers, with the very same calls', async () => {
    const refused: object[] = [];
    for (const [operation, place] of placed()) {
      const { status, body } = await call(theirs, operation, place);
      if (status >= 300) refused.push({ call: operation.name, status, body });
      else await place.settle?.(theirs);
    }
    expect(refused).toEqual([]);
  }, 120_000);
});
