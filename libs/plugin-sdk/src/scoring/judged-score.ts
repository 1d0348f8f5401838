import type { JudgedCriterion } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal } from '../decimal.js';
import { criterionKey } from '../plugin/indicator-table.js';
import type { MissingInput, ShownFigure } from './score-sheet.types.js';
import type { ScoringScene } from './scoring-scene.js';
import { figureText } from './wording.js';

/** An expert's judgement as an attainment, 100 points being full. */
export interface Judgement {
  readonly attainment: Decimal;
  readonly value: string | null;
  readonly valueText: string;
  readonly opinion: string | null;
  readonly shown: readonly ShownFigure[];
  readonly missing: readonly MissingInput[];
  readonly explanation: string;
}

/** Reads the opinion on a judged criterion; a missing one attains nothing and, unless it may count as zero, blocks the sheet. */
export function judge(criterion: JudgedCriterion, indicatorId: string, scene: ScoringScene): Judgement {
  const key = criterionKey(indicatorId, criterion.id);
  const given = scene.input.opinions[key] ?? null;
  const shown = shownFigures(criterion, scene);
  if (given === null) return { ...absent(criterion, indicatorId, scene), shown };
  const score = normalDecimal(given.score);
  const beside = shown.map(({ title, valueText }) => `${title} ${valueText}`);
  return {
    attainment: new Decimal(score).div(100),
    value: score,
    valueText: `${score} 分`,
    opinion: given.opinion ?? null,
    shown,
    missing: [],
    explanation: `${criterion.title}：专家评分 ${score} 分（百分制）${beside.length > 0 ? `，参考${beside.join('、')}` : ''}`,
  };
}

function shownFigures(criterion: JudgedCriterion, scene: ScoringScene): readonly ShownFigure[] {
  return criterion.shows.map(({ measure, title, unit }) => {
    const value = scene.valueOf(measure);
    return { measure, title, unit, value, valueText: figureText(value, unit) };
  });
}

function absent(criterion: JudgedCriterion, indicatorId: string, scene: ScoringScene): Omit<Judgement, 'shown'> {
  const blocking = scene.input.missingOpinion === 'refuse';
  const explanation = blocking
    ? `${criterion.title}：尚无专家评分，得分待定`
    : `${criterion.title}：无专家评分，按 0 分计`;
  const missing: MissingInput = {
    key: criterionKey(indicatorId, criterion.id),
    indicatorId,
    criterionId: criterion.id,
    title: criterion.title,
    kind: 'opinion',
    blocking,
    explanation,
  };
  return {
    attainment: new Decimal(0),
    value: null,
    valueText: '未评分',
    opinion: null,
    missing: [missing],
    explanation,
  };
}
