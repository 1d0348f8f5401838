import type { Measure, MeasureValue } from '../measure.types.js';
import { measureData, resourceRow, serviceRow } from '../testing/sample-rows.js';
import { count, countDistinct, fact, own, ratio, reference, sum } from './measure-builders.js';
import { evaluateMeasures } from './measure-evaluator.js';
import type { MeasureData } from './record.types.js';

const value = (measure: Measure, data: Partial<MeasureData>): MeasureValue =>
  evaluateMeasures({ only: measure }, measureData(data))['only'] ?? null;

describe('evaluateMeasures', () => {
  it('counts what is active and not rejected', () => {
    const service = [
      serviceRow({ verification: 'verified' }),
      serviceRow({ verification: 'unverified' }),
      serviceRow({ verification: 'rejected' }),
      serviceRow({ status: 'void' }),
    ];
    expect(value(count().from('service').inYear(), { service })).toBe('2');
  });

  it('takes service records by their year', () => {
    const service = [2023, 2024, 2025, 2026].map((year) => serviceRow({ year, headcount: year - 2000 }));
    const headcount = sum('headcount').from('service');
    expect(value(headcount.inYear(), { service })).toBe('25');
    expect(value(headcount.inPreviousYear(), { service })).toBe('24');
    expect(value(headcount.cumulative(), { service })).toBe('72');
  });

  it('holds a resource cumulatively from acquisition until retirement, and for a year by acquisition alone', () => {
    const resource = [
      resourceRow({ acquiredOn: '2025-12-31' }),
      resourceRow({ acquiredOn: '2026-01-01' }),
      resourceRow({ acquiredOn: '2025-01-01', retiredOn: '2025-12-31' }),
      resourceRow({ acquiredOn: '2024-12-31', retiredOn: '2026-01-01' }),
    ];
    const held = count().from('resource');
    expect(value(held.cumulative(), { resource })).toBe('2');
    expect(value(held.inYear(), { resource })).toBe('2');
    expect(value(held.inPreviousYear(), { resource })).toBe('1');
  });

  it('counts different values over a union of sources once, and none for a row without one', () => {
    const service = ['A', 'B', 'B', null].map((enterprise) => serviceRow({ enterprise, sme: true }));
    const resource = ['B', 'C'].map((enterprise) => resourceRow({ enterprise, sme: true }));
    const smes = countDistinct('enterprise').from('service', 'resource').where({ sme: true });
    expect(value(smes.cumulative(), { service, resource })).toBe('3');
  });

  it('meets all conditions, one of a list, the own value, and never an unknown one', () => {
    const service = [
      serviceRow({ type: 'forum', industry: 'C32', sme: false }),
      serviceRow({ type: 'publicity', industry: 'C32', sme: true }),
      serviceRow({ type: 'publicity', industry: 'C33' }),
      serviceRow({ type: 'training', industry: null }),
    ];
    const events = count()
      .from('service')
      .where({ type: ['forum', 'publicity'] });
    expect(value(events.inYear(), { service })).toBe('3');
    expect(value(events.where({ industry: own('industry') }).inYear(), { service })).toBe('2');
    expect(value(events.where({ sme: false }).inYear(), { service })).toBe('1');
    const center = { industry: null, region: null, variant: null };
    expect(
      value(
        count()
          .from('service')
          .where({ industry: own('industry') })
          .inYear(),
        { service, center },
      ),
    ).toBe('0');
  });

  it('sums amounts exactly and normalises them', () => {
    const service = ['0.10', '0.20', '1000000000000.00'].map((amount) => serviceRow({ amount }));
    expect(value(sum('amount').from('service').inYear(), { service })).toBe('1000000000000.3');
    expect(value(sum('amount').from('service').inYear(), {})).toBe('0');
  });

  it('takes facts of the year and references of year and industry, null when there is none', () => {
    const facts = [
      { name: 'staff', year: 2024, value: 9 },
      { name: 'staff', year: 2025, value: '12.50' },
    ];
    const references = [
      { name: 'enterprises', industry: 'C33', year: 2025, value: '7' },
      { name: 'enterprises', industry: 'C32', year: 2024, value: '8' },
    ];
    expect(value(fact('staff'), { facts })).toBe('12.5');
    expect(value(fact('seats'), { facts })).toBeNull();
    expect(value(reference('enterprises'), { references, year: 2024 })).toBe('8');
    expect(value(reference('enterprises'), { references })).toBeNull();
  });

  it('divides to 12 decimals half-up, and not at all by nothing', () => {
    const over = (dividend: number, divisor: number | null) => {
      const facts = [{ name: 'x', year: 2025, value: dividend }];
      const references = divisor === null ? [] : [{ name: 'y', industry: 'C32', year: 2025, value: divisor }];
      return value(ratio(fact('x'), reference('y')), { facts, references });
    };
    expect([over(2, 3), over(1, 3), over(1, 4), over(0, 5)]).toEqual(['0.666666666667', '0.333333333333', '0.25', '0']);
    expect([over(1, 0), over(1, null)]).toEqual([null, null]);
  });
});
