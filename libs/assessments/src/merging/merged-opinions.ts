import { Decimal, normalDecimal } from '@shucu/kernel';
import { criterionKey, type Opinion } from '@shucu/plugin-sdk';

/** Decimals to which a mean of experts' scores is kept, half-up: those of the scores themselves. */
const MEAN_DECIMALS = 2;

/** By center, by `indicator.criterion`: the mean of the experts' scores, and their opinions without names. */
export type MergedOpinions = ReadonlyMap<string, Readonly<Record<string, Opinion>>>;

/** All experts' scores of one criterion of one center, in the same fixed order as their opinions. */
export interface CriterionScores {
  readonly centerId: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly scores: readonly string[];
  readonly opinions: readonly string[];
}

/** Merges experts' scores by arithmetic mean, and joins their opinions. */
export function mergeOpinions(given: readonly CriterionScores[]): MergedOpinions {
  const merged = new Map<string, Record<string, Opinion>>();
  for (const criterion of given) {
    const own = merged.get(criterion.centerId) ?? {};
    own[criterionKey(criterion.indicator, criterion.criterion)] = merge(criterion);
    merged.set(criterion.centerId, own);
  }
  return merged;
}

function merge({ scores, opinions }: CriterionScores): Opinion {
  const sum = scores.reduce((total, score) => total.plus(score), new Decimal(0));
  const told = [...new Set(opinions.map((opinion) => opinion.replace(/[。；\s]+$/u, '')))];
  return {
    score: normalDecimal(sum.div(scores.length).toDecimalPlaces(MEAN_DECIMALS)),
    opinion: `${told.join('；')}。`,
  };
}
