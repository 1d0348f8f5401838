import type { ApplicationFormData, SelfEvaluationData } from '@shucu/documents';
import { Decimal, normalDecimal } from '@shucu/kernel';
import type { CriterionScore, IndicatorScore, PartScore } from '@shucu/plugin-sdk';
import type { Attainment } from '../check/attainment.service.js';
import { indicatorPlace } from '../dossier/evidence-places.js';
import type { EvidenceList } from './evidence-rows.js';

type MeasureRow = ApplicationFormData['measures'][number];
type EvaluationItem = SelfEvaluationData['items'][number];

const UNSTATED = '未填报';

/** The rows of the application form's table: what is stated against what the category asks for. */
export function measureRows({ indicators }: Attainment, evidence: EvidenceList): MeasureRow[] {
  return indicators.flatMap((indicator) =>
    indicator.criteria.flatMap(figuresOf).map((figure) => ({
      ...{ group: indicator.groupTitle, indicator: indicator.title },
      ...figure,
      evidence: evidence.numbersOf(indicatorPlace(indicator.id)),
    })),
  );
}

/** The items of the self-evaluation: the category's table with the points that the stated figures alone give. */
export function evaluationItems({ indicators }: Attainment, evidence: EvidenceList): EvaluationItem[] {
  return indicators.map((indicator) => ({
    ...{ number: indicator.number, group: indicator.groupTitle, title: indicator.title, standard: indicator.standard },
    weight: indicator.weight,
    figures: indicator.criteria
      .filter(isComputed)
      .flatMap(figuresOf)
      .map(({ measure, claimed, threshold }) => ({ measure, claimed, threshold })),
    score: computedScore(indicator),
    statement: null,
    evidence: evidence.numbersOf(indicatorPlace(indicator.id)),
  }));
}

type Figure = Pick<MeasureRow, 'measure' | 'claimed' | 'threshold' | 'met'>;

function figuresOf(criterion: CriterionScore): Figure[] {
  if (!isComputed(criterion)) return [{ measure: criterion.title, claimed: '由专家评分', threshold: null, met: null }];
  return (criterion.parts.length > 0 ? criterion.parts : [criterion]).map(figureOf);
}

function figureOf({ title, value, valueText, thresholdText, attainment }: CriterionScore | PartScore): Figure {
  if (value === null) return { measure: title, claimed: UNSTATED, threshold: thresholdText, met: null };
  return { measure: title, claimed: valueText, threshold: thresholdText, met: new Decimal(attainment).gte(1) };
}

function computedScore({ criteria }: IndicatorScore): string | null {
  const computed = criteria.filter(isComputed);
  if (computed.length === 0) return null;
  return normalDecimal(computed.reduce((sum, { score }) => sum.plus(score), new Decimal(0)));
}

function isComputed({ kind }: CriterionScore): boolean {
  return kind === 'quantitative';
}
