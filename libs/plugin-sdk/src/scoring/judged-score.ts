import type { JudgedCriterion } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal } from '../decimal.js';
import { criterionKey } from '../plugin/indicator-table.js';
import type { CriterionScore, MissingInput, ShownFigure } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { figureText } from './wording.js';

/** An expert's judgement as an attainment, 100 points being full. */
export interface Judgement {
  readonly attainment: Decimal;
  readonly judgement: Pick<CriterionScore, 'value' | 'valueText' | 'opinion' | 'shown' | 'explanation'>;
  readonly missing: readonly MissingInput[];
}

/** Reads the opinion on a judged criterion; a missing one attains nothing and, unless it may count as zero, blocks the sheet. */
export function judge(criterion: JudgedCriterion, indicatorId: string, scene: ScoringScene): Judgement {
  const given = scene.input.opinions[criterionKey(indicatorId, criterion.id)] ?? null;
  const shown = shownFigures(criterion, scene);
  if (given === null) return absent(criterion, indicatorId, shown, scene);
  const score = normalDecimal(given.score);
  const beside = shown.map(({ title, valueText }) => `${title} ${valueText}`).join('、');
  const explanation = `${criterion.title}：专家评分 ${score} 分（百分制）${beside === '' ? '' : `，参考${beside}`}`;
  return {
    attainment: new Decimal(score).div(100),
    judgement: { value: score, valueText: `${score} 分`, opinion: given.opinion ?? null, shown, explanation },
    missing: [],
  };
}

function shownFigures(criterion: JudgedCriterion, scene: ScoringScene): readonly ShownFigure[] {
  return criterion.shows.map(({ measure, title, unit }) => {
    const value = scene.valueOf(measure);
    return { measure, title, unit, value, valueText: figureText(value, unit) };
  });
}

function absent(
  criterion: JudgedCriterion,
  indicatorId: string,
  shown: readonly ShownFigure[],
  scene: ScoringScene,
): Judgement {
  const { id, title } = criterion;
  const blocking = scene.input.missingOpinion === 'refuse';
  const explanation = blocking ? `${title}：尚无专家评分，得分待定` : `${title}：无专家评分，按 0 分计`;
  const key = criterionKey(indicatorId, id);
  return {
    attainment: new Decimal(0),
    judgement: { value: null, valueText: '未评分', opinion: null, shown, explanation },
    missing: [{ key, indicatorId, criterionId: id, title, kind: 'opinion', blocking, explanation }],
  };
}
