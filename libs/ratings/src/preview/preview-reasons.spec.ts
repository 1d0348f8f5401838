import { Decimal } from '@shucu/kernel';
import {
  atLeast,
  bands,
  type CategoryOverrides,
  count,
  defineCategoryPlugin,
  gradeCohort,
  group,
  indicator,
  judged,
  type ScoreInput,
  scoreCenter,
} from '@shucu/plugin-sdk';
import fc from 'fast-check';
import { z } from 'zod';
import { type Outcome, previewReasons } from './preview-reasons.js';

const plugin = defineCategoryPlugin({
  id: 'sample',
  version: '1.0.0',
  sdk: '^1.0.0',
  title: { 'zh-CN': '样例', en: 'Sample' },
  source: { document: '样例〔2026〕1号', annex: '（一）' },
  measures: { served: count().from('service').inYear() },
  groups: [
    group(
      '服务',
      [
        indicator('service', {
          title: '服务规模',
          standard: '服务企业 200 家以上',
          weight: 60,
          criteria: [atLeast('served', 200, '家', { title: '服务企业' })],
        }),
      ],
      { id: 'services', floor: { share: '0.3', otherwise: 'pass' } },
    ),
    group('能力', [
      indicator('level', {
        title: '能力',
        standard: '领先',
        weight: 40,
        criteria: [judged('all', { title: '能力水平' })],
      }),
    ]),
  ],
  grading: bands({ excellent: 90, good: 75, pass: 60 }),
  facts: z.object({}),
  templates: { ratingReport: 'file:///report.hbs', revocationNotice: 'file:///notice.hbs' },
  examples: [
    { name: '满分', measures: { served: '200' }, opinions: { 'level.all': '100' }, expected: { total: '100' } },
  ],
});

type Figures = Partial<Pick<ScoreInput, 'missingOpinion' | 'opinions'>> & { readonly served: string };

function outcomeOf({ served, ...figures }: Figures, overrides: CategoryOverrides = {}): Outcome {
  const input: ScoreInput = {
    center: { id: 'center-1', name: '样例中心', variant: null, industry: null, region: null },
    year: 2025,
    measures: { served },
    opinions: { 'level.all': { score: '80' } },
    missingOpinion: 'zero',
    overrides,
    ...figures,
  };
  const sheet = scoreCenter(plugin, input);
  const grade = gradeCohort(plugin, { sheets: [sheet], history: {} }, overrides)[sheet.centerId];
  if (!grade) throw new Error('The sample gave no grade');
  return { sheet, grade, bands: overrides.bands ?? plugin.grading.bands };
}

const textsOf = (before: Outcome, after: Outcome): string[] => previewReasons(before, after).map(({ text }) => text);

/** Weights that sum to 100, a threshold, bands that fall, rounding: everything a province can say otherwise. */
const overridesArbitrary: fc.Arbitrary<CategoryOverrides> = fc
  .record({
    service: fc.integer({ min: 0, max: 100 }),
    threshold: fc.integer({ min: 1, max: 500 }),
    steps: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 39 })),
    totalDecimals: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  })
  .map(({ service, threshold, steps: [up, further, pass], totalDecimals }) => ({
    weights: { service, level: 100 - service },
    thresholds: { 'service.served': threshold },
    bands: { pass, good: pass + up, excellent: pass + up + further },
    ...(totalDecimals !== undefined && { totalDecimals }),
  }));

const figuresArbitrary: fc.Arbitrary<Figures> = fc.record({
  served: fc.integer({ min: 0, max: 600 }).map(String),
  opinions: fc.integer({ min: 0, max: 10_000 }).map((score) => ({ 'level.all': { score: String(score / 100) } })),
});

describe('why a draft changes the outcome of a center', () => {
  it('is told by indicator, weight and threshold, with the exact figures beside it', () => {
    const before = outcomeOf({ served: '150' });
    const own = { weights: { service: 50, level: 50 }, thresholds: { 'service.served': 300 } };
    const reasons = previewReasons(before, outcomeOf({ served: '150' }, own));
    expect(reasons.map(({ kind, id, from, to }) => [kind, id, from, to])).toEqual([
      ['indicator', 'service', '45', '25'],
      ['indicator', 'level', '32', '40'],
      ['grade', null, 'good', 'pass'],
    ]);
    expect(reasons[0]?.text).toBe(
      '指标 1“服务规模”得分由 45 分变为 25 分（-20），权重由 60 分调整为 50 分，“服务企业”标准由不少于 200 家调整为不少于 300 家',
    );
    expect(reasons[2]?.text).toContain('等级由良好变为合格：总分由 77 分变为 65 分（-12）；');
  });

  it('names the band where nothing but a band decides, and no band that decides nothing', () => {
    const before = outcomeOf({ served: '150' });
    const higher = { bands: { excellent: 95, good: 80, pass: 60 } };
    expect(textsOf(before, outcomeOf({ served: '150' }, higher))).toEqual([
      '“优秀”分数线由不低于 90 分调整为不低于 95 分',
      '“良好”分数线由不低于 75 分调整为不低于 80 分',
      '等级由良好变为合格：总分 77 分未变；总分 77 分，达到合格标准（不低于 60 分），未达到良好标准（不低于 80 分），评为合格',
    ]);
    expect(textsOf(before, outcomeOf({ served: '150' }, { bands: { excellent: 95, good: 75, pass: 50 } }))).toEqual([]);
  });

  it('names floors that come and go, rounding, and opinions that are no longer waited for', () => {
    const low = { served: '60', opinions: { 'level.all': { score: '100' } } };
    const [, floor] = textsOf(outcomeOf(low), outcomeOf(low, { thresholds: { 'service.served': 300 } }));
    expect(floor).toBe('新适用：服务得 12 分，低于下限 18 分，最高评定为合格');
    const odd = { served: '151', opinions: { 'level.all': { score: '80.5' } } };
    expect(textsOf(outcomeOf(odd), outcomeOf(odd, { totalDecimals: 1 }))).toEqual([]);
    const odder = { served: '151', opinions: { 'level.all': { score: '80.6' } } };
    expect(textsOf(outcomeOf(odder), outcomeOf(odder, { totalDecimals: 1 }))).toEqual([
      '总分取整：由 0 分变为 -0.04 分（-0.04）',
    ]);
    const waiting = { served: '200', opinions: {} };
    const texts = textsOf(outcomeOf({ ...waiting, missingOpinion: 'refuse' }), outcomeOf(waiting));
    expect(texts[0]).toBe('缺少的 1 项专家评分计零分，不再等待');
    expect(texts[1]).toContain('等级由未评估变为合格');
  });

  it('is nothing where the draft says the same, whatever the figures and the rules are', () => {
    fc.assert(
      fc.property(figuresArbitrary, overridesArbitrary, (figures, overrides) => {
        const again = structuredClone(overrides);
        expect(previewReasons(outcomeOf(figures, overrides), outcomeOf(figures, again))).toEqual([]);
      }),
    );
  });

  it('accounts for the whole change of the total, to the last digit, and is never silent about a changed grade', () => {
    fc.assert(
      fc.property(figuresArbitrary, overridesArbitrary, overridesArbitrary, (figures, former, draft) => {
        const [before, after] = [outcomeOf(figures, former), outcomeOf(figures, draft)];
        const reasons = previewReasons(before, after);
        const told = reasons
          .filter(({ kind }) => kind === 'indicator' || kind === 'adjustment')
          .reduce((sum, { from, to }) => sum.plus(to ?? 0).minus(from ?? 0), new Decimal(0));
        expect(told.toFixed()).toBe(new Decimal(after.sheet.total).minus(before.sheet.total).toFixed());
        expect(reasons.some(({ kind }) => kind === 'grade')).toBe(before.grade.grade !== after.grade.grade);
      }),
    );
  });
});
