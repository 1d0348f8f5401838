import type { CombinedCriterion } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal } from '../decimal.js';
import { type Measurement, measure } from './quantitative-score.js';
import type { CriterionScore, MissingInput } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { percentText } from './wording.js';

/** What a combined criterion reports beside its parts. */
type Figures = Pick<CriterionScore, 'measure' | 'value' | 'valueText' | 'threshold' | 'thresholdText' | 'unit'>;

/** The parts of a combined criterion brought together: the exact attainment and how it is reported. */
export interface CombinedMeasurement {
  readonly attainment: Decimal;
  readonly figures: Figures;
  readonly parts: CriterionScore['parts'];
  readonly missing: readonly MissingInput[];
  readonly explanation: string;
}

/** Attainment of a combined criterion from its parts. */
export function combine(criterion: CombinedCriterion, indicatorId: string, scene: ScoringScene): CombinedMeasurement {
  const measured = criterion.parts.map((part) => measure(part, indicatorId, scene));
  const outcome = criterion.rule === 'bestOf' ? best(criterion, measured) : metConditions(criterion, measured);
  return {
    ...outcome,
    parts: measured.map(({ report }) => report),
    missing: measured.flatMap(({ missing }) => missing),
  };
}

type Outcome = Pick<CombinedMeasurement, 'attainment' | 'figures' | 'explanation'>;

function best({ title }: CombinedCriterion, measured: readonly Measurement[]): Outcome {
  const [first, ...others] = measured;
  if (first === undefined) throw new RangeError(`${title} has no parts`);
  const chosen = others.reduce((leader, part) => (part.attainment.gt(leader.attainment) ? part : leader), first);
  const { measure: name, value, valueText, threshold, thresholdText, unit, explanation } = chosen.report;
  return {
    attainment: chosen.attainment,
    figures: { measure: name, value, valueText, threshold, thresholdText, unit },
    explanation: `${title}取最优一项：${explanation}`,
  };
}

function metConditions({ title, need }: CombinedCriterion, measured: readonly Measurement[]): Outcome {
  const met = measured.filter(({ attainment }) => attainment.gte(1)).length;
  const attainment = Decimal.min(1, new Decimal(met).div(need));
  const parts = measured.map(({ report, attainment: part }) => {
    return `${report.title} ${report.valueText}${part.gte(1) ? '（已满足）' : '（未满足）'}`;
  });
  return {
    attainment,
    figures: {
      measure: null,
      value: normalDecimal(met),
      valueText: `${met} 项`,
      threshold: normalDecimal(need),
      thresholdText: `不少于 ${need} 项`,
      unit: '项',
    },
    explanation: `${title}满足 ${met} 项（${parts.join('、')}），标准为 ${measured.length} 项中不少于 ${need} 项，达成率 ${percentText(attainment)}`,
  };
}
