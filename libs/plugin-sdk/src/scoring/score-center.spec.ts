import fc from 'fast-check';
import { judged } from '../criteria/criterion-builders.js';
import { Decimal, sumOf } from '../decimal.js';
import { group, indicator } from '../plugin/indicator-builders.js';
import { sampleDefinition, sampleInput, samplePlugin } from '../testing/sample-plugin.js';
import { scoreCenter } from './score-center.js';
import { type ScoreSheet, scoreSheetSchema } from './score-sheet.types.js';

describe('scoreCenter', () => {
  it('explains every figure of a sheet in plain JSON', () => {
    const sheet = scoreCenter(samplePlugin(), sampleInput({ measures: { served: '162', staff: '5' } }));
    expect(JSON.parse(JSON.stringify(sheet))).toEqual(sheet);
    expect(scoreSheetSchema.parse(sheet)).toEqual(sheet);
    expect(sheet).toMatchObject({
      pluginId: 'sample',
      pluginVersion: '1.2.3',
      centerId: 'center-1',
      year: 2025,
      total: '88.6',
      complete: true,
      groups: [
        { id: 'service', title: '服务', score: '48.6', weight: '60' },
        { id: 'capability', title: '能力', score: '40', weight: '40' },
      ],
      verdict: null,
    });
    expect(sheet.indicators[0]).toMatchObject({
      number: 1,
      group: 'service',
      weight: '60',
      attainment: '0.81',
      score: '48.6',
    });
    expect(sheet.indicators[0]?.criteria[0]).toMatchObject({
      key: 'service.served',
      kind: 'quantitative',
      measure: 'served',
      value: '162',
      valueText: '162 家',
      threshold: '200',
      thresholdText: '不少于 200 家',
      unit: '家',
      attainment: '0.81',
      explanation: '服务企业 162 家，标准不少于 200 家，达成率 81.00%，得 48.6 分（满分 60 分）',
    });
  });

  it('counts a measure without a value as nothing and says so', () => {
    const sheet = scoreCenter(samplePlugin(), sampleInput({ measures: { served: null, staff: null } }));
    expect(sheet.total).toBe('40');
    expect(sheet.missing).toMatchObject([{ key: 'service.served', kind: 'measure', blocking: false }]);
    expect(sheet.indicators[0]?.criteria[0]?.explanation).toBe(
      '服务企业 无数据，标准不少于 200 家，按 0 计，得 0 分（满分 60 分）',
    );
  });

  it('never says 100.00% of what is not fully attained', () => {
    const sheet = scoreCenter(samplePlugin(), sampleInput({ measures: { served: '199.9999', staff: '5' } }));
    expect(sheet.indicators[0]?.criteria[0]?.explanation).toMatch(/达成率 99\.99%/);
  });

  it('takes the rows of the center’s variant, numbered from 1', () => {
    const [service, capability] = sampleDefinition().groups;
    const other = group('其他', [
      indicator('other', { title: '其他', standard: '无', weight: 40, criteria: [judged('x', { title: '无' })] }),
    ]);
    if (service === undefined || capability === undefined) throw new Error('the sample has two groups');
    const variants = ['one', 'two'].map((id) => ({ id, title: { 'zh-CN': id, en: id } }));
    const groups = [service, { ...capability, variants: ['one'] }, { ...other, variants: ['two'] }];
    const plugin = samplePlugin({ variants, groups });
    const center = { ...sampleInput().center, variant: 'two' };
    const sheet = scoreCenter(plugin, sampleInput({ center, opinions: {} }));
    expect(sheet.indicators.map(({ id, number }) => [id, number])).toEqual([
      ['service', 1],
      ['other', 2],
    ]);
    expect(() => scoreCenter(plugin, sampleInput())).toThrow(/center.variant: is null; expected one of one, two/);
  });

  it('lists everything in the input that does not fit', () => {
    const opinions = { 'capability.level': { score: '101' }, 'capability.unknown': { score: '1' } };
    const score = () => scoreCenter(samplePlugin(), sampleInput({ measures: { served: '1e3' }, opinions }));
    expect(score).toThrow(/measures\.served: "1e3" is no decimal string/);
    expect(score).toThrow(/measures\.staff: is missing/);
    expect(score).toThrow(/opinions\.capability\.level\.score: "101" is no decimal string from 0 to 100/);
    expect(score).toThrow(/opinions\.capability\.unknown: is no judged criterion/);
  });

  it('is the same again, and its groups, indicators and criteria add up', () => {
    const figure = fc.integer({ min: 0, max: 30_000 }).map((cents) => new Decimal(cents).div(100).toFixed());
    const score = fc.integer({ min: 0, max: 10_000 }).map((cents) => new Decimal(cents).div(100).toFixed());
    fc.assert(
      fc.property(figure, score, (served, level) => {
        const input = sampleInput({
          measures: { served, staff: '5' },
          opinions: { 'capability.level': { score: level } },
        });
        const sheet = scoreCenter(samplePlugin(), input);
        expect(scoreCenter(samplePlugin(), input)).toEqual(sheet);
        expect(sumOf(sheet.groups.map((part) => part.score)).toFixed()).toBe(sheet.total);
        expect(sumOf(sheet.indicators.map((part) => part.score)).toFixed()).toBe(sheet.total);
      }),
      { numRuns: 50 },
    );
  });
});

describe('custom scoring', () => {
  const withScoring = (score: (draft: ScoreSheet) => ScoreSheet) =>
    scoreCenter(samplePlugin({ scoring: { uses: [], score } }), sampleInput());

  it('returns the sheet that counts', () => {
    expect(withScoring((draft) => ({ ...draft, total: '99' })).total).toBe('99');
  });

  it('must return a sheet, of the same center', () => {
    expect(() => withScoring((draft) => ({ ...draft, total: 'NaN' }))).toThrow(/total: expected a decimal string/);
    expect(() => withScoring((draft) => ({ ...draft, centerId: 'x' }))).toThrow(/changed centerId/);
  });
});
