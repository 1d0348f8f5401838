import { custom, linear, steps } from '../criteria/attainment-rules.js';
import type { Criterion } from '../criteria/criterion.types.js';
import { atLeast, bestOf, judged, kOfN } from '../criteria/criterion-builders.js';
import type { CategoryPluginDefinition, Indicator } from '../plugin/category-plugin.types.js';
import { group, indicator } from '../plugin/indicator-builders.js';
import { sampleDefinition } from '../testing/sample-plugin.js';
import { definitionFaults } from './definition-faults.js';

const level = judged('level', { title: '水平', shows: [{ measure: 'staff', title: '人员', unit: '人' }] });
const served = atLeast('served', 200, '家', { title: '企业' });
const row = (id: string, criteria: readonly Criterion[], rest: Partial<Indicator> = {}) =>
  indicator(id, { title: id, standard: id, weight: 100, criteria, ...rest });
const lines = (changes: Partial<CategoryPluginDefinition>) =>
  definitionFaults(sampleDefinition(changes)).map(({ path, message }) => `${path}: ${message}`);
const criterionLines = (...criteria: readonly Criterion[]) =>
  lines({ groups: [group('组', [row('r', [...criteria, level, { ...served, id: 'used' }])])] });

describe('faults of groups and indicators', () => {
  it('are missing and faulty weights, and sums that are not 100', () => {
    const { weight: _, ...weightless } = row('r', [level, served]);
    expect(lines({ groups: [group('组', [weightless as Indicator])] })).toEqual(['indicators.r.weight: is missing']);
    expect(lines({ groups: [group('组', [row('r', [level, served], { weight: 'ten' })])] })).toEqual([
      'indicators.r.weight: ten is no decimal number from 0',
    ]);
    expect(lines({ groups: [group('组', [row('r', [level, served], { weight: '99.99' })])] })).toEqual([
      'groups: the weights of its indicators sum to 99.99, not 100',
    ]);
  });

  it('are sums of single variants, and variants that nobody defined', () => {
    const variants = ['one', 'two'].map((id) => ({ id, title: { 'zh-CN': id, en: id } }));
    const groups = [
      group('共同', [row('r', [level, served], { weight: 40 })]),
      group('一', [row('s', [level], { weight: 60 })], { variants: ['one'] }),
      group('三', [row('t', [level], { weight: 60 })], { variants: ['three'] }),
    ];
    expect(lines({ variants, groups })).toEqual([
      'groups.三.variants: "three" is no variant of this category',
      'variants.two: the weights of its indicators sum to 40, not 100',
    ]);
  });

  it('are ids used twice', () => {
    const groups = [
      group('组', [row('r', [level, level, served], { weight: 50 })]),
      group('组', [row('r', [level], { weight: 50 })]),
    ];
    expect(lines({ groups })).toEqual([
      'groups.组: the id is used more than once',
      'indicators.r: the id is used more than once',
      'indicators.r.criteria.level: the id is used more than once',
    ]);
  });

  it('are unknown evidence and broken floors', () => {
    const floor = { share: 2, otherwise: 'best' as 'pass' };
    expect(lines({ groups: [group('组', [row('r', [level, served], { evidence: ['rumour'] })], { floor })] })).toEqual([
      'groups.组.floor.share: 2 is no share above 0 and up to 1',
      'groups.组.floor.otherwise: expected one of excellent, good, pass, fail',
      'indicators.r.evidence: "rumour" is not in the vocabulary (evidenceKinds)',
    ]);
  });
});

describe('faults of criteria', () => {
  it('are thresholds that are no finite numbers, or cannot divide', () => {
    expect(criterionLines({ ...served, threshold: Number.NaN })).toEqual([
      'indicators.r.criteria.served.threshold: NaN is no finite decimal number',
    ]);
    expect(criterionLines({ ...served, threshold: '1e3' })[0]).toMatch(/1e3 is no finite decimal number/);
    expect(criterionLines({ ...served, threshold: 0 })[0]).toMatch(/is 0, but a linear threshold must be above 0/);
  });

  it('are unknown measures, weights and coefficients that are none', () => {
    expect(criterionLines({ ...served, measure: 'servd', weight: 0, coefficients: { C32: 'x' } })).toEqual([
      'indicators.r.criteria.served.weight: 0 is no decimal number above 0',
      'indicators.r.criteria.served.coefficients.C32: x is no decimal number above 0',
      'indicators.r.criteria.served: measure "servd" is not defined',
    ]);
  });

  it('are open ends of a linear attainment, unknown rules and broken functions', () => {
    expect(criterionLines({ ...served, inclusive: false, attainment: linear() })[0]).toMatch(
      /a linear attainment has no open end/,
    );
    const broken = { rule: 'cubic' } as unknown as ReturnType<typeof linear>;
    expect(criterionLines({ ...served, attainment: broken })[0]).toMatch(/expected linear, allOrNothing, steps/);
    const functionless = { ...custom(() => 1), attain: 1 } as unknown as ReturnType<typeof linear>;
    expect(criterionLines({ ...served, attainment: functionless })[0]).toMatch(/expected a function/);
    expect(criterionLines({ ...served, attainment: custom(() => 1, ['ghost']) })[0]).toMatch(
      /measure "ghost" is not defined/,
    );
  });

  it('are ladders without rungs, that do not rise, or are no numbers', () => {
    const rungs = (list: Parameters<typeof steps>[0]) => criterionLines({ ...served, attainment: steps(list) });
    const path = 'indicators.r.criteria.served.attainment.steps';
    expect(rungs([])).toEqual([`${path}: a ladder needs at least one rung`]);
    expect(
      rungs([
        { at: 5, attainment: 1 },
        { at: 5, attainment: 1 },
      ]),
    ).toEqual([`${path}.1.at: 5 does not rise above 5`]);
    expect(rungs([{ at: 'x', attainment: 1 }])).toEqual([`${path}.0.at: x is no finite decimal number`]);
    expect(rungs([{ at: 1, attainment: 'x' }])).toEqual([`${path}.0.attainment: x is no finite decimal number`]);
  });

  it('are bonuses that are none, and numbers of conditions that cannot be', () => {
    const bonus = { rule: 'cappedBonus', per: 0, add: '1', cap: '1' } as const;
    expect(criterionLines({ ...served, attainment: bonus })[0]).toMatch(
      /attainment\.per: 0 is no decimal number above 0/,
    );
    const part = { ...served, id: 'part' };
    expect(criterionLines(kOfN('k', { title: 'k', need: 2 }, [part]))).toEqual([
      'indicators.r.criteria.k.need: 2 is no number of conditions from 1 to 1',
    ]);
    expect(criterionLines(bestOf('b', { title: 'b' }, [{ ...part, threshold: -1 }]))).toEqual([
      'indicators.r.criteria.b.parts.part.threshold: is -1, but a linear threshold must be above 0',
    ]);
  });
});
