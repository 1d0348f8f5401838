import type { Criterion } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal, reportedDecimal } from '../decimal.js';
import { criterionKey } from '../plugin/indicator-table.js';
import { combine } from './combined-score.js';
import { judge } from './judged-score.js';
import { measure } from './quantitative-score.js';
import type { CriterionScore, MissingInput } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { scoredText } from './wording.js';

/** A criterion's exact attainment, its line of the sheet and what it lacks. */
export interface ScoredCriterion {
  readonly attainment: Decimal;
  readonly sheet: CriterionScore;
  readonly missing: readonly MissingInput[];
}

type Finding = Omit<CriterionScore, 'id' | 'key' | 'title' | 'attainment' | 'weight' | 'score' | 'fullScore'>;

interface Found {
  readonly attainment: Decimal;
  readonly finding: Finding;
  readonly missing: readonly MissingInput[];
}

/** Scores one criterion out of its share `full` of the indicator's points. */
export function scoreCriterion(
  criterion: Criterion,
  indicatorId: string,
  full: Decimal,
  scene: ScoringScene,
): ScoredCriterion {
  const { attainment, finding, missing } = findingOf(criterion, indicatorId, scene);
  const score = full.times(attainment);
  return {
    attainment,
    missing,
    sheet: {
      ...finding,
      id: criterion.id,
      key: criterionKey(indicatorId, criterion.id),
      title: criterion.title,
      attainment: reportedDecimal(attainment),
      weight: normalDecimal(criterion.weight),
      score: reportedDecimal(score),
      fullScore: reportedDecimal(full),
      explanation: `${finding.explanation}，${scoredText(score, full)}`,
    },
  };
}

function findingOf(criterion: Criterion, indicatorId: string, scene: ScoringScene): Found {
  const none = { opinion: null, shown: [], parts: [] } as const;
  switch (criterion.kind) {
    case 'quantitative': {
      const { attainment, report, missing } = measure(criterion, indicatorId, scene);
      const { measure: name, value, valueText, threshold, thresholdText, unit, explanation } = report;
      const figures = { measure: name, value, valueText, threshold, thresholdText, unit, explanation };
      return { attainment, missing, finding: { kind: 'quantitative', ...none, ...figures } };
    }
    case 'combined': {
      const { attainment, missing, figures, parts, explanation } = combine(criterion, indicatorId, scene);
      return { attainment, missing, finding: { kind: 'quantitative', ...none, ...figures, parts, explanation } };
    }
    case 'judged': {
      const { attainment, missing, judgement } = judge(criterion, indicatorId, scene);
      const scale = { measure: null, threshold: null, thresholdText: '专家评定', unit: '分', parts: [] } as const;
      return { attainment, missing, finding: { kind: 'qualitative', ...scale, ...judgement } };
    }
  }
}
