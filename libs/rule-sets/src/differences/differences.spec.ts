import { atLeast, bands, type CategoryPlugin, count, defineCategoryPlugin, group, indicator } from '@shucu/plugin-sdk';
import { z } from 'zod';
import { ruleParametersSchema } from '../rule-parameters.js';
import type { RuleOverrides } from '../rule-set.entity.js';
import { differencesOf, type RuleContent } from './differences.js';

const plugin: CategoryPlugin = defineCategoryPlugin({
  id: 'industry',
  version: '1.0.0',
  sdk: '^1.0.0',
  title: { 'zh-CN': '行业类', en: 'Industry' },
  source: { document: '样例〔2026〕1号', annex: '（一）' },
  measures: { served: count().from('service').inYear(), trained: count().from('service').cumulative() },
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
        indicator('training', {
          title: '人才培养',
          standard: '培训 300 人次以上',
          weight: 40,
          criteria: [atLeast('trained', 300, '人次', { title: '培训人次' })],
        }),
      ],
      { id: 'services' },
    ),
  ],
  grading: bands({ excellent: 90, good: 75, pass: 60 }),
  facts: z.object({}),
  templates: { ratingReport: 'file:///report.hbs', revocationNotice: 'file:///notice.hbs' },
  examples: [{ name: '满分', measures: { served: '200', trained: '300' }, opinions: {}, expected: { total: '100' } }],
});

const content = (overrides: RuleOverrides = {}, parameters: object = {}): RuleContent => ({
  title: '实施细则',
  issuedOn: '2024-06-28',
  validThrough: '2026-06-28',
  parameters: ruleParametersSchema.parse(parameters),
  overrides,
});

const read = (from: RuleContent, to: RuleContent): [string, string | undefined, string | undefined][] =>
  differencesOf(from, to, [plugin]).map((one) => [one.path, one.from?.['zh-CN'], one.to?.['zh-CN']]);

describe('the difference between two rule sets', () => {
  it('is nothing where they say the same, be it as a default or by themselves', () => {
    const spelt = {
      industry: { weights: { service: '60.0', training: 40 }, bands: { excellent: 90, good: 75, pass: 60 } },
    };
    expect(read(content(), content(spelt, { banYears: 2 }))).toEqual([]);
  });

  it('names weights, thresholds, bands, rounding and parameters with what counts on both sides', () => {
    const own = {
      industry: {
        weights: { service: 50, training: 50 },
        thresholds: { 'training.trained': '500' },
        bands: { excellent: 90, good: 70, pass: 60 },
        totalDecimals: 1,
      },
    };
    const to = {
      ...content(own, { publicNotice: { workingDays: 7, countFirstDay: true } }),
      validThrough: '2028-06-28',
    };
    expect(read(content(), to)).toEqual([
      ['validThrough', '2026-06-28', '2028-06-28'],
      ['parameters.publicNotice.workingDays', '5 个工作日', '7 个工作日'],
      ['parameters.publicNotice.countFirstDay', '否', '是'],
      ['overrides.industry.weights.service', '60 分', '50 分'],
      ['overrides.industry.weights.training', '40 分', '50 分'],
      ['overrides.industry.thresholds.training.trained', '300 人次', '500 人次'],
      ['overrides.industry.bands.good', '不低于 75 分', '不低于 70 分'],
      ['overrides.industry.totalDecimals', '不取整', '1 位'],
    ]);
    expect(differencesOf(to, content(), [plugin])[3]?.title).toEqual({
      'zh-CN': '行业类：“服务规模”权重',
      en: 'Industry: weight of service (服务规模)',
    });
  });
});
