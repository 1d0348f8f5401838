import { evaluateMeasures, type Measure, type MeasureValue, type ReferenceRow } from '@shucu/plugin-sdk';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { anyMeasures } from './measure-arbitraries.js';
import { enter, insertRows, type MeasureDatabase, type TestCenter } from './measure-database.js';
import {
  anyRecords,
  anyReferences,
  type CenterRecords,
  resourceTableRow,
  serviceTableRow,
} from './record-arbitraries.js';

/** A year to evaluate, two plugins, and the records of each center and of another tenant's center. */
export interface MeasureScene {
  readonly year: number;
  readonly alpha: Record<string, Measure>;
  readonly beta: Record<string, Measure>;
  readonly records: readonly CenterRecords[];
  readonly elsewhere: CenterRecords;
  readonly references: readonly ReferenceRow[];
}

export const anyScene: fc.Arbitrary<MeasureScene> = fc.record({
  year: fc.constantFrom(2024, 2025),
  alpha: anyMeasures,
  beta: anyMeasures,
  records: fc.array(anyRecords, { minLength: 3, maxLength: 3 }),
  elsewhere: anyRecords,
  references: anyReferences,
});

export function pluginsOf({ alpha, beta }: MeasureScene) {
  return [
    { id: 'alpha', measures: alpha },
    { id: 'beta', measures: beta },
  ];
}

/** Records the scene, another tenant's part included, and leaves the transaction in our tenant. */
export async function record(manager: EntityManager, database: MeasureDatabase, scene: MeasureScene): Promise<void> {
  const { tenantId, otherTenantId, otherCenter, centers } = database;
  await enter(manager, otherTenantId);
  await insert(manager, otherTenantId, [otherCenter], [scene.elsewhere], scene.references);
  await enter(manager, tenantId);
  await insert(manager, tenantId, centers, scene.records, scene.references);
}

/** What the SDK's evaluator computes from the same rows, by center. */
export function expectedValues(
  { centers }: MeasureDatabase,
  scene: MeasureScene,
): Map<string, Record<string, MeasureValue>> {
  const measures: Record<string, Record<string, Measure>> = { alpha: scene.alpha, beta: scene.beta };
  return new Map(
    centers.map((center, index) => {
      const records = scene.records[index] ?? { service: [], resource: [], facts: [] };
      const data = { center, year: scene.year, references: scene.references, ...records };
      return [center.id, evaluateMeasures(measures[center.category] ?? {}, data)];
    }),
  );
}

async function insert(
  manager: EntityManager,
  tenantId: string,
  centers: readonly TestCenter[],
  records: readonly CenterRecords[],
  references: readonly ReferenceRow[],
): Promise<void> {
  const each = <T>(rows: (center: string, own: CenterRecords) => readonly T[]): T[] =>
    centers.flatMap(({ id }, index) => rows(id, records[index] ?? { service: [], resource: [], facts: [] }));
  const service = each((id, own) => own.service.map((row) => serviceTableRow(tenantId, id, row)));
  const resource = each((id, own) => own.resource.map((row) => resourceTableRow(tenantId, id, row)));
  const facts = each((id, own) => own.facts.map((row) => ({ tenant_id: tenantId, center_id: id, ...row })));
  await insertRows(manager, 'service_record', service);
  await insertRows(manager, 'resource', resource);
  await insertRows(manager, 'yearly_fact', facts);
  await insertRows(
    manager,
    'reference_figure',
    references.map((row) => ({ tenant_id: tenantId, source: '统计年鉴', ...row })),
  );
}
