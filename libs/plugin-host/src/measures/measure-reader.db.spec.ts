import { count, countDistinct, type Measure } from '@shucu/plugin-sdk';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { type MeasureDatabase, startMeasureDatabase } from '../testing/measure-database.js';
import { anyScene, expectedValues, type MeasureScene, pluginsOf, record } from '../testing/measure-scene.js';
import { MeasureReader } from './measure-reader.js';

/** A manager whose statements are rewritten: a compiler that is wrong in one place. */
function rewriting(manager: EntityManager, from: string, to: string): EntityManager {
  const query = (sql: string, params: unknown[]) => manager.query(sql.replaceAll(from, to), params);
  return { query } as EntityManager;
}

describe('MeasureReader', () => {
  const reader = new MeasureReader();
  let database: MeasureDatabase;

  beforeAll(async () => {
    database = await startMeasureDatabase();
  });

  afterAll(() => database.stop());

  const readBy = (
    scene: MeasureScene,
    by: (manager: EntityManager) => EntityManager,
    inside = database.inTransaction,
  ) =>
    inside(async (manager) => {
      await record(manager, database, scene);
      const { tenantId } = database;
      return reader.read(by(manager), { tenantId, year: scene.year, plugins: pluginsOf(scene) });
    });

  it('gives for any records and measures what the plain evaluator gives', async () => {
    const agrees = fc.asyncProperty(anyScene, async (scene) => {
      expect(await readBy(scene, (manager) => manager)).toEqual(expectedValues(database, scene));
    });
    await fc.assert(agrees, { numRuns: 200 });
  });

  it.each([
    ['counts what was rejected', `r.verification <> 'rejected'`, 'true'],
    ['counts what is void', `r.status = 'active'`, 'true'],
    ['counts what was retired on the last day', 'r.retired_on > ', 'r.retired_on >= '],
    ['counts an enterprise as often as it was served', 'count(DISTINCT ', 'count('],
    ['takes any industry for the own one', 'r.industry = c.industry', 'true'],
    ['forgets which category a center is of', 'CASE c.category', `CASE 'alpha'`],
    ['leaves the last year out', 'r.year <= ', 'r.year < '],
    ['takes reference figures of any industry', 'AND f.industry = c.industry', ''],
  ])('is caught by the same property when it %s', async (_, from, to) => {
    const agrees = fc.asyncProperty(anyScene, async (scene) => {
      expect(await readBy(scene, (manager) => rewriting(manager, from, to))).toEqual(expectedValues(database, scene));
    });
    const { failed } = await fc.check(agrees, { seed: 128, numRuns: 1_000, endOnFailure: true });
    expect(failed).toBe(true);
  });

  it('names the tenant itself, should row level security be off', async () => {
    const agrees = fc.asyncProperty(anyScene, async (scene) => {
      expect(await readBy(scene, (manager) => manager, database.unprotected)).toEqual(expectedValues(database, scene));
    });
    await fc.assert(agrees, { numRuns: 20 });
  });

  it('takes more aggregates than one column of hits holds', async () => {
    const kinds = ['training', 'forum'];
    const many = Array.from({ length: 130 }, (_, index): [string, Measure] => {
      const from = countDistinct(index % 2 ? 'enterprise' : 'industry').from('service', 'resource');
      const type = kinds[index % 3];
      return [
        `m${index}`,
        index < 65
          ? from.where({ region: [`6201${index}`, '620100'] }).cumulative()
          : count()
              .from('service')
              .where({ type: [`${index}`, type ?? 'x'] })
              .inYear(),
      ];
    });
    const [scene] = fc.sample(anyScene, { numRuns: 1, seed: 7 });
    if (!scene) throw new Error('No scene');
    const wide = { ...scene, alpha: Object.fromEntries(many) };
    expect(await readBy(wide, (manager) => manager)).toEqual(expectedValues(database, wide));
  });

  it('gives centers without any record their zeros and nulls', async () => {
    const nothing = { service: [], resource: [], facts: [] };
    const measures: Record<string, Measure> = {
      services: count().from('service').cumulative(),
      staff: { op: 'fact', name: 'staff' },
    };
    const scene = { year: 2025, alpha: measures, beta: {}, records: [], elsewhere: nothing, references: [] };
    const values = await readBy(scene, (manager) => manager);
    expect([...values.values()]).toEqual([{ services: '0', staff: null }, { services: '0', staff: null }, {}]);
  });
});
