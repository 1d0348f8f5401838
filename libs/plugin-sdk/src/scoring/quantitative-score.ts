import type { QuantitativeCriterion } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal, reportedDecimal } from '../decimal.js';
import { criterionKey } from '../plugin/indicator-table.js';
import { attainmentOf } from './attainment.js';
import type { MissingInput, PartScore } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { figureText, percentText, thresholdText } from './wording.js';

/** A measure held against its threshold: the exact attainment and how it is reported. */
export interface Measurement {
  readonly attainment: Decimal;
  readonly report: PartScore;
  readonly missing: readonly MissingInput[];
}

/** Attainment of one quantitative criterion; a measure without a value attains nothing and is reported as missing. */
export function measure(criterion: QuantitativeCriterion, indicatorId: string, scene: ScoringScene): Measurement {
  const { id, title, unit } = criterion;
  const threshold = scene.thresholdOf(indicatorId, criterion);
  const value = scene.valueOf(criterion.measure);
  const coefficient = new Decimal(criterion.coefficients[scene.input.center.industry ?? ''] ?? 1);
  const counted = value === null ? null : coefficient.times(value);
  const attainment = counted === null ? new Decimal(0) : attainmentOf(criterion, counted, threshold, scene.context);
  const report = {
    id,
    title,
    unit,
    measure: criterion.measure,
    value,
    valueText: figureText(value, unit),
    threshold: normalDecimal(threshold),
    thresholdText: thresholdText(criterion, normalDecimal(threshold)),
    attainment: reportedDecimal(attainment),
  };
  const adjusted = counted === null || coefficient.eq(1) ? '' : coefficientText(coefficient, counted, unit);
  const explanation = `${title} ${report.valueText}${adjusted}，标准${standardText(report.thresholdText, unit)}，${rateText(value, attainment, unit)}`;
  return {
    attainment,
    report: { ...report, explanation },
    missing: value === null ? [missingMeasure(criterion, indicatorId)] : [],
  };
}

function coefficientText(coefficient: Decimal, counted: Decimal, unit: string): string {
  return `（按行业系数 ${coefficient.toFixed()} 折算为 ${figureText(normalDecimal(counted), unit)}）`;
}

function standardText(threshold: string, unit: string): string {
  return unit === '是否' ? `为“${threshold}”` : threshold;
}

function rateText(value: string | null, attainment: Decimal, unit: string): string {
  if (value === null) return '按 0 计';
  if (unit === '是否') return attainment.gte(1) ? '已达标' : '未达标';
  return `达成率 ${percentText(attainment)}`;
}

function missingMeasure({ id, title }: QuantitativeCriterion, indicatorId: string): MissingInput {
  return {
    key: criterionKey(indicatorId, id),
    indicatorId,
    criterionId: id,
    title,
    kind: 'measure',
    blocking: false,
    explanation: `“${title}”没有数据，按 0 计`,
  };
}
