import type { Measure } from '@shucu/plugin-sdk';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { anyMeasure } from '../testing/measure-arbitraries.js';
import { type MeasureDatabase, startMeasureDatabase, type TestCenter } from '../testing/measure-database.js';
import { anyScene, record } from '../testing/measure-scene.js';
import { MeasureReader, type RecordBehind } from './measure-reader.js';

describe('records behind a measure', () => {
  const reader = new MeasureReader();
  let database: MeasureDatabase;

  beforeAll(async () => {
    database = await startMeasureDatabase();
  });

  afterAll(() => database.stop());

  /** All pages of two records each. */
  async function all(
    manager: EntityManager,
    measure: Measure,
    center: TestCenter,
    year: number,
  ): Promise<RecordBehind[]> {
    const found: RecordBehind[] = [];
    for (;;) {
      const after = found.at(-1)?.id;
      const scope = { tenantId: database.tenantId, year, center, limit: 2, after };
      const page = await reader.recordsBehind(manager, measure, scope);
      found.push(...page);
      if (page.length < 2) return found;
    }
  }

  it('are the very ones that it counts: they add up to its value, and each is there once', async () => {
    const addsUp = fc.asyncProperty(anyScene, anyMeasure, fc.nat(2), async (scene, measure, index) => {
      const center = database.centers[index];
      if (!center) throw new Error('No such center');
      await database.inTransaction(async (manager) => {
        await record(manager, database, scene);
        const plugins = [{ id: center.category, measures: { measure } }];
        const values = await reader.read(manager, { tenantId: database.tenantId, year: scene.year, plugins });
        const value = values.get(center.id)?.measure ?? null;
        const records = await all(manager, measure, center, scene.year);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
        if (measure.op === 'fact' || measure.op === 'reference') expect(records).toEqual([]);
        if (measure.op === 'count' || measure.op === 'sum') {
          const sum = records.reduce((total, each) => total + Math.round(Number(each.value) * 100), 0);
          expect(sum).toBe(Math.round(Number(value) * 100));
        }
        if (measure.op === 'countDistinct') {
          expect(records.length).toBeGreaterThanOrEqual(Number(value));
          expect(records.length === 0).toBe(value === '0');
        }
      });
    });
    await fc.assert(addsUp, { numRuns: 100 });
  });
});
