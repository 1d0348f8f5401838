import {
  type Bands,
  type CategoryOverrides,
  type CategoryPlugin,
  type Criterion,
  criterionKey,
  Decimal,
  GRADE_TITLES,
  normalDecimal,
  type QuantitativeCriterion,
} from '@shucu/plugin-sdk';
import type { Figure } from './figure.types.js';

/** All weights, thresholds and bands of one category as they count under some overrides, by path. */
export function categoryFigures(plugin: CategoryPlugin, overrides: CategoryOverrides = {}): Map<string, Figure> {
  const at = `overrides.${plugin.id}`;
  const own = (zh: string, en: string) => ({
    'zh-CN': `${plugin.title['zh-CN']}：${zh}`,
    en: `${plugin.title.en}: ${en}`,
  });
  const figures = new Map<string, Figure>();
  for (const { id, title, weight, criteria } of plugin.groups.flatMap(({ indicators }) => indicators)) {
    figures.set(`${at}.weights.${id}`, {
      title: own(`“${title}”权重`, `weight of ${id} (${title})`),
      text: pointsOf(overrides.weights?.[id] ?? weight),
    });
    for (const criterion of criteria.flatMap(thresholdsOf)) {
      const key = criterionKey(id, criterion.id);
      figures.set(`${at}.thresholds.${key}`, {
        title: own(`“${title}”——“${criterion.title}”标准`, `threshold of ${key} (${criterion.title})`),
        text: thresholdOf(criterion, overrides.thresholds?.[key] ?? criterion.threshold),
      });
    }
  }
  addBands(figures, `${at}.bands`, overrides.bands ?? plugin.grading.bands, own);
  const decimals = overrides.totalDecimals ?? plugin.total.decimals;
  figures.set(`${at}.totalDecimals`, {
    title: own('总分保留小数位数', 'digits of the total'),
    text:
      decimals === undefined
        ? { 'zh-CN': '不取整', en: 'not rounded' }
        : { 'zh-CN': `${decimals} 位`, en: `${decimals}` },
  });
  return figures;
}

/** The parts with one threshold that can be overridden; a ladder has none. */
function thresholdsOf(criterion: Criterion): readonly QuantitativeCriterion[] {
  if (criterion.kind === 'judged') return [];
  const parts = criterion.kind === 'combined' ? criterion.parts : [criterion];
  return parts.filter(({ attainment }) => attainment.rule !== 'steps');
}

function addBands(
  figures: Map<string, Figure>,
  at: string,
  bands: Bands,
  own: (zh: string, en: string) => Figure['title'],
): void {
  for (const grade of ['excellent', 'good', 'pass'] as const) {
    const band = bands[grade];
    if (band === undefined) continue;
    const { 'zh-CN': zh, en } = GRADE_TITLES[grade];
    const { at: from, inclusive = true } = typeof band === 'object' ? band : { at: band };
    const points = normalDecimal(from);
    figures.set(`${at}.${grade}`, {
      title: own(`“${zh}”分数线`, `lower end of ${en}`),
      text: {
        'zh-CN': `${inclusive ? '不低于' : '高于'} ${points} 分`,
        en: `${inclusive ? 'from' : 'above'} ${points}`,
      },
    });
  }
}

function pointsOf(points: string | number): Figure['text'] {
  return { 'zh-CN': `${normalDecimal(points)} 分`, en: `${normalDecimal(points)} points` };
}

/** Units are the document's own words. */
function thresholdOf({ unit }: QuantitativeCriterion, threshold: string | number): Figure['text'] {
  if (unit === '是否') return { 'zh-CN': '是', en: 'yes' };
  const text = unit === '%' ? `${percentOf(threshold)}%` : `${normalDecimal(threshold)} ${unit}`.trim();
  return { 'zh-CN': text, en: text };
}

function percentOf(quotient: string | number): string {
  return normalDecimal(new Decimal(quotient).times(100));
}
