import { z } from 'zod';
import type { Criterion } from '../criteria/criterion.types.js';
import { atLeast, judged } from '../criteria/criterion-builders.js';
import { bands } from '../grading/grading-builders.js';
import { count, fact } from '../measures/measure-builders.js';
import type { CategoryPlugin, CategoryPluginDefinition } from '../plugin/category-plugin.types.js';
import { defineCategoryPlugin } from '../plugin/define-category-plugin.js';
import { group, indicator } from '../plugin/indicator-builders.js';
import { scoreCenter } from '../scoring/score-center.js';
import type { Opinion, ScoreInput } from '../scoring/score-input.types.js';
import type { ScoreSheet } from '../scoring/score-sheet.types.js';

const serviceGroup = group(
  '服务',
  [
    indicator('service', {
      title: '服务规模',
      standard: '服务企业 200 家以上',
      weight: 60,
      criteria: [atLeast('served', 200, '家', { title: '服务企业' })],
    }),
  ],
  { id: 'service' },
);

const capabilityGroup = group(
  '能力',
  [
    indicator('capability', {
      title: '服务能力',
      standard: '能力领先',
      weight: 40,
      criteria: [judged('level', { title: '能力水平', shows: [{ measure: 'staff', title: '人员', unit: '人' }] })],
    }),
  ],
  { id: 'capability' },
);

/** A small faultless definition: 60 points on one measure, 40 on one judgement. */
export function sampleDefinition(changes: Partial<CategoryPluginDefinition> = {}): CategoryPluginDefinition {
  return {
    id: 'sample',
    version: '1.2.3',
    sdk: '^1.0.0',
    title: { 'zh-CN': '样例', en: 'Sample' },
    source: { document: '样例〔2026〕1号', annex: '（一）' },
    measures: { served: count().from('service').inYear(), staff: fact('staff') },
    groups: [serviceGroup, capabilityGroup],
    grading: bands({ excellent: 90, good: 75, pass: 60 }),
    facts: z.object({ staff: z.int().meta({ title: '人员' }) }),
    templates: { ratingReport: 'file:///report.hbs', revocationNotice: 'file:///notice.hbs' },
    examples: [
      {
        name: '满分',
        measures: { served: '200', staff: '5' },
        opinions: { 'capability.level': '100' },
        expected: { total: '100' },
      },
    ],
    ...changes,
  };
}

/** The sample, checked. */
export function samplePlugin(changes: Partial<CategoryPluginDefinition> = {}): CategoryPlugin {
  return defineCategoryPlugin(sampleDefinition(changes));
}

/** A plugin whose only indicator has 100 points and these criteria over the measures `a`, `b` and `c`. */
export function pluginOf(
  criteria: readonly Criterion[],
  changes: Partial<CategoryPluginDefinition> = {},
): CategoryPlugin {
  const figures = ['a', 'b', 'c'].map((name) => ({ measure: name, title: name, unit: '个' }));
  const shown = indicator('shown', {
    title: '参考',
    standard: '参考',
    weight: 0,
    criteria: [judged('all', { title: '参考', shows: figures })],
  });
  const rows = [indicator('only', { title: '指标', standard: '标准', weight: 100, criteria }), shown];
  const own = count().from('service').inYear();
  return samplePlugin({
    measures: { a: own, b: own, c: own },
    groups: [group('一组', rows)],
    facts: z.object({}),
    ...changes,
  });
}

/** Full figures for the sample, with changes. */
export function sampleInput(changes: Partial<ScoreInput> = {}): ScoreInput {
  return {
    center: { id: 'center-1', name: '样例中心', variant: null, industry: null, region: null },
    year: 2025,
    measures: { served: '200', staff: '5' },
    opinions: { 'capability.level': { score: '100' } },
    missingOpinion: 'zero',
    ...changes,
  };
}

/** Scores {@link pluginOf} with these values of `a`, `b` and `c`. */
export function scoreOf(
  plugin: CategoryPlugin,
  measures: Readonly<Record<string, string | null>>,
  changes: Partial<ScoreInput> & { readonly opinions?: Readonly<Record<string, Opinion>> } = {},
): ScoreSheet {
  return scoreCenter(
    plugin,
    sampleInput({ opinions: {}, ...changes, measures: { a: '0', b: '0', c: '0', ...measures } }),
  );
}
