import { Decimal, groupBy, normalDecimal } from '@shucu/kernel';
import { criterionKey, type Opinion } from '@shucu/plugin-sdk';
import type { ExpertScore } from './expert-score.entity.js';

/** Decimals to which a mean of experts' scores is kept, half-up: those of the scores themselves. */
const MEAN_DECIMALS = 2;

/** By center, by `indicator.criterion`: the mean of the experts' scores, and their opinions without names. */
export type MergedOpinions = ReadonlyMap<string, Readonly<Record<string, Opinion>>>;

/** Merges experts' scores by arithmetic mean; rows must come in a fixed order, as the opinions are joined in it. */
export function mergeOpinions(scores: readonly ExpertScore[]): MergedOpinions {
  const byCenter = groupBy(scores, ({ centerId }) => centerId);
  return new Map(
    [...byCenter].map(([centerId, own]) => {
      const byCriterion = groupBy(own, ({ indicator, criterion }) => criterionKey(indicator, criterion));
      return [centerId, Object.fromEntries([...byCriterion].map(([key, given]) => [key, merge(given)]))];
    }),
  );
}

function merge(scores: readonly ExpertScore[]): Opinion {
  const sum = scores.reduce((total, { score }) => total.plus(score), new Decimal(0));
  const opinions = [...new Set(scores.map(({ opinion }) => opinion.replace(/[。；\s]+$/u, '')))];
  return {
    score: normalDecimal(sum.div(scores.length).toDecimalPlaces(MEAN_DECIMALS)),
    opinion: `${opinions.join('；')}。`,
  };
}
