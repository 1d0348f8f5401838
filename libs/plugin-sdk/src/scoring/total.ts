import { Decimal, reportedDecimal } from '../decimal.js';
import type { CategoryPlugin, Deduction, TotalRule } from '../plugin/category-plugin.types.js';
import type { Adjustment } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { figureText, pointsText } from './wording.js';

/** The total that is graded and every step between the sum of the indicators and it. */
export interface Total {
  readonly total: Decimal;
  readonly adjustments: readonly Adjustment[];
}

/** Takes minus points off the sum of the indicators, keeps it within the limits and rounds it, if at all, last. */
export function totalOf(plugin: CategoryPlugin, sum: Decimal, scene: ScoringScene): Total {
  const adjustments: Adjustment[] = [];
  let total = sum;
  const move = (id: string, title: string, to: Decimal, explanation: string) => {
    adjustments.push({ id, title, points: reportedDecimal(to.minus(total)), explanation });
    total = to;
  };
  for (const deduction of plugin.deductions) {
    const points = deductedPoints(deduction, scene);
    move(deduction.id, deduction.title, total.minus(points), deductionText(deduction, points, scene));
  }
  const { min, max, decimals } = limits(plugin.total, scene);
  if (total.lt(min)) move('total.min', '总分下限', min, `总分不低于 ${min.toFixed()} 分`);
  if (max !== null && total.gt(max)) move('total.max', '总分上限', max, `总分不高于 ${max.toFixed()} 分`);
  if (decimals !== null && !total.toDecimalPlaces(decimals).eq(total)) {
    move('total.rounding', '总分取整', total.toDecimalPlaces(decimals), `总分四舍五入，保留 ${decimals} 位小数`);
  }
  return { total, adjustments };
}

function limits(rule: TotalRule, scene: ScoringScene) {
  return {
    min: new Decimal(rule.min ?? 0),
    max: rule.max === undefined ? null : new Decimal(rule.max),
    decimals: scene.input.overrides?.totalDecimals ?? rule.decimals ?? null,
  };
}

function deductedPoints({ measure, above, points, once, cap }: Deduction, scene: ScoringScene): Decimal {
  const excess = new Decimal(scene.valueOf(measure) ?? above).minus(above);
  if (excess.lte(0)) return new Decimal(0);
  const deducted = once ? new Decimal(points) : excess.times(points);
  return cap === undefined ? deducted : Decimal.min(cap, deducted);
}

function deductionText({ title, measure, unit }: Deduction, points: Decimal, scene: ScoringScene): string {
  const figure = `${title} ${figureText(scene.valueOf(measure), unit)}`;
  return points.isZero() ? `${figure}，不扣分` : `${figure}，扣 ${pointsText(points)} 分`;
}
