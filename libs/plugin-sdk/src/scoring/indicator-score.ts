import { type Decimal, reportedDecimal, sumOf } from '../decimal.js';
import type { TableRow } from '../plugin/indicator-table.js';
import { scoreCriterion } from './criterion-score.js';
import type { IndicatorScore, MissingInput } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { scoredText } from './wording.js';

/** An indicator's exact score and points, its row of the sheet and what it lacks. */
export interface ScoredIndicator {
  readonly groupId: string;
  readonly score: Decimal;
  readonly weight: Decimal;
  readonly sheet: IndicatorScore;
  readonly missing: readonly MissingInput[];
}

/** Score of a row: its points × the weighted mean attainment of its criteria. */
export function scoreIndicator(row: TableRow, scene: ScoringScene): ScoredIndicator {
  const { indicator, group } = row;
  const weight = scene.weightOf(indicator);
  const shares = sumOf(indicator.criteria.map((criterion) => criterion.weight));
  const scored = indicator.criteria.map((criterion) => {
    const full = weight.times(criterion.weight).div(shares);
    return { criterion, ...scoreCriterion(criterion, indicator.id, full, scene) };
  });
  const attainment = sumOf(scored.map((part) => part.attainment.times(part.criterion.weight))).div(shares);
  const score = weight.times(attainment);
  return {
    groupId: group.id,
    score,
    weight,
    missing: scored.flatMap(({ missing }) => missing),
    sheet: {
      id: indicator.id,
      number: row.number,
      group: group.id,
      groupTitle: group.title,
      title: indicator.title,
      standard: indicator.standard,
      weight: reportedDecimal(weight),
      attainment: reportedDecimal(attainment),
      score: reportedDecimal(score),
      criteria: scored.map(({ sheet }) => sheet),
      explanation: `${indicator.title}${scoredText(score, weight)}：${scored.map(({ sheet }) => sheet.explanation).join('；')}。`,
    },
  };
}
