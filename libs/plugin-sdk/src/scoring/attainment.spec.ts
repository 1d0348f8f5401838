import fc from 'fast-check';
import { allOrNothing, cappedBonus, custom, linear, steps } from '../criteria/attainment-rules.js';
import type { QuantitativeCriterion } from '../criteria/criterion.types.js';
import { atLeast, ladder, moreThan, yes } from '../criteria/criterion-builders.js';
import { Decimal } from '../decimal.js';
import { pluginOf, scoreOf } from '../testing/sample-plugin.js';

const title = '数量';
const attained = (criterion: QuantitativeCriterion, a: string | null, industry: string | null = null) => {
  const center = { id: 'c', name: '中心', variant: null, industry, region: null };
  const sheet = scoreOf(pluginOf([criterion]), { a }, { center });
  return sheet.indicators[0]?.criteria[0]?.attainment;
};

describe('linear', () => {
  const criterion = atLeast('a', 200, '家', { title, attainment: linear() });

  it('is proportional up to the threshold and full from there', () => {
    expect(['0', '162', '199.999', '200', '1000'].map((a) => attained(criterion, a))).toEqual([
      '0',
      '0.81',
      '0.999995',
      '1',
      '1',
    ]);
  });

  it('is never negative', () => {
    expect(attained(criterion, '-5')).toBe('0');
  });

  it('never falls while the value rises', () => {
    const figure = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(figure, figure, (x, y) => {
        const [low, high] = [Math.min(x, y), Math.max(x, y)].map(
          (a) => new Decimal(attained(criterion, String(a)) ?? '-1'),
        );
        expect(high?.gte(low ?? 2)).toBe(true);
      }),
    );
  });
});

describe('allOrNothing', () => {
  it('includes the threshold with 以上', () => {
    const criterion = atLeast('a', 2, '场', { title, attainment: allOrNothing() });
    expect(['1.999', '2', '2.001'].map((a) => attained(criterion, a))).toEqual(['0', '1', '1']);
  });

  it('leaves it out with 超过 (Civil Code art. 1259)', () => {
    const criterion = moreThan('a', 2, '场', { title });
    expect(['2', '2.001'].map((a) => attained(criterion, a))).toEqual(['0', '1']);
  });

  it('takes yes and no', () => {
    const criterion = yes('a', { title });
    expect(['0', '1', null].map((a) => attained(criterion, a))).toEqual(['0', '1', '0']);
  });
});

describe('steps', () => {
  const rungs = [
    { at: 50, attainment: '0.6' },
    { at: 100, inclusive: false, attainment: '0.8' },
    { at: '150', inclusive: true, attainment: 1 },
  ];

  it('gives the highest rung reached, each end as it says', () => {
    const criterion = ladder('a', '家', rungs, { title });
    const values = ['49', '50', '100', '100.01', '149.99', '150'];
    expect(values.map((a) => attained(criterion, a))).toEqual(['0', '0.6', '0.6', '0.8', '0.8', '1']);
  });

  it('shows its rungs as the standard', () => {
    const sheet = scoreOf(pluginOf([ladder('a', '家', rungs, { title })]), { a: '120' });
    expect(sheet.indicators[0]?.criteria[0]?.thresholdText).toBe(
      '分档（不少于 50 家计 60.00%，超过 100 家计 80.00%，不少于 150 家计 100.00%）',
    );
  });

  it('works as the attainment of any criterion', () => {
    expect(attained(atLeast('a', 150, '家', { title, attainment: steps(rungs) }), '60')).toBe('0.6');
  });
});

describe('cappedBonus', () => {
  it('adds for every full unit above the threshold, up to its cap', () => {
    const criterion = atLeast('a', 100, '家', {
      title,
      attainment: cappedBonus({ per: 10, add: '0.05', cap: '0.12' }),
    });
    const values = ['50', '100', '109', '110', '120', '130', '9999'];
    expect(values.map((a) => attained(criterion, a))).toEqual(['0.5', '1', '1', '1.05', '1.1', '1.12', '1.12']);
  });
});

describe('custom', () => {
  it('decides with the value, the threshold, the center and the other measures', () => {
    const criterion = atLeast('a', 10, '家', {
      title,
      attainment: custom(
        ({ value, threshold, measures, center, year }) => {
          return new Decimal(value).plus(measures['b'] ?? 0).eq(threshold) && center.id === 'center-1' && year === 2025
            ? '0.75'
            : 0;
        },
        ['b'],
      ),
    });
    const sheet = scoreOf(pluginOf([criterion]), { a: '4', b: '6' });
    expect(sheet.total).toBe('75');
  });

  it('is refused when it returns no decimal', () => {
    const criterion = atLeast('a', 10, '家', { title, attainment: custom(() => Number.NaN) });
    expect(() => scoreOf(pluginOf([criterion]), { a: '4' })).toThrow(/attainment function of criterion a returned NaN/);
  });
});

describe('coefficients by industry', () => {
  const criterion = atLeast('a', 100, '家', { title, coefficients: { C32: '1.2' } });

  it('multiply the value of a center of that industry only', () => {
    expect(attained(criterion, '50', 'C32')).toBe('0.6');
    expect(attained(criterion, '50', 'C33')).toBe('0.5');
    expect(attained(criterion, '90', 'C32')).toBe('1');
  });
});
