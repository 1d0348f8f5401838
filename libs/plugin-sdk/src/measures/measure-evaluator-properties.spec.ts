import fc from 'fast-check';
import type { Measure } from '../measure.types.js';
import { measureData, resourceRow, serviceRow } from '../testing/sample-rows.js';
import { count, countDistinct } from './measure-builders.js';
import { evaluateMeasures } from './measure-evaluator.js';

const shared = {
  enterprise: fc.constantFrom('A', 'B', 'C', null),
  sme: fc.constantFrom(true, false, null),
  verification: fc.constantFrom('unverified', 'verified', 'rejected'),
  status: fc.constantFrom('active', 'void'),
};
const day = fc.constantFrom('2023-05-01', '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01');
const services = fc.array(fc.record({ ...shared, year: fc.integer({ min: 2023, max: 2026 }) }).map(serviceRow));
const resources = fc.array(
  fc.record({ ...shared, acquiredOn: day, retiredOn: fc.option(day, { nil: null }) }).map(resourceRow),
);
const records = fc
  .record({ service: services, resource: resources, year: fc.constantFrom(2024, 2025) })
  .map(measureData);

const enterprises = countDistinct('enterprise').from('service', 'resource');
const measures = {
  all: count().from('service', 'resource').cumulative(),
  services: count().from('service').cumulative(),
  resources: count().from('resource').cumulative(),
  both: enterprises.cumulative(),
  ofServices: countDistinct('enterprise').from('service').cumulative(),
  ofResources: countDistinct('enterprise').from('resource').cumulative(),
  smes: enterprises.where({ sme: true }).cumulative(),
  others: enterprises.where({ sme: false }).cumulative(),
  known: enterprises.where({ sme: [true, false] }).cumulative(),
} satisfies Record<string, Measure>;

describe('evaluateMeasures on any records', () => {
  it('adds up a union of rows, and counts a value of two sources once', () => {
    fc.assert(
      fc.property(records, (data) => {
        const values = evaluateMeasures(measures, data);
        const [all, services, resources, both, ofServices, ofResources] = Object.values(values).map(Number);
        expect(all).toBe((services ?? 0) + (resources ?? 0));
        expect(both).toBeGreaterThanOrEqual(Math.max(ofServices ?? 0, ofResources ?? 0));
        expect(both).toBeLessThanOrEqual((ofServices ?? 0) + (ofResources ?? 0));
      }),
    );
  });

  it('covers a list of values by its parts', () => {
    fc.assert(
      fc.property(records, (data) => {
        const { smes, others, known } = evaluateMeasures(measures, data);
        expect(Number(known)).toBeLessThanOrEqual(Number(smes) + Number(others));
        expect(Number(known)).toBeGreaterThanOrEqual(Math.max(Number(smes), Number(others)));
      }),
    );
  });

  it('never depends on the order of the rows', () => {
    fc.assert(
      fc.property(records, (data) => {
        const turned = { ...data, service: data.service.toReversed(), resource: data.resource.toReversed() };
        expect(evaluateMeasures(measures, turned)).toEqual(evaluateMeasures(measures, data));
      }),
    );
  });
});
