import { Decimal, normalDecimal } from '@shucu/kernel';
import type { Opinion } from '@shucu/plugin-sdk';
import type { ExpertScore } from './expert-score.entity.js';

/** Decimals to which a mean of experts' scores is kept, half-up. */
const MEAN_DECIMALS = 12;

/** By center, by `indicator.criterion`: the mean of the experts' scores, and their opinions without names. */
export type MergedOpinions = ReadonlyMap<string, Readonly<Record<string, Opinion>>>;

/** Merges experts' scores by arithmetic mean; rows must come in a fixed order, as the opinions are joined in it. */
export function mergeOpinions(scores: readonly ExpertScore[]): MergedOpinions {
  const groups = new Map<string, Map<string, ExpertScore[]>>();
  for (const score of scores) {
    const byKey = groups.get(score.centerId) ?? new Map<string, ExpertScore[]>();
    const key = `${score.indicator}.${score.criterion}`;
    byKey.set(key, [...(byKey.get(key) ?? []), score]);
    groups.set(score.centerId, byKey);
  }
  return new Map(
    [...groups].map(([centerId, byKey]) => [
      centerId,
      Object.fromEntries([...byKey].map(([key, own]) => [key, merge(own)])),
    ]),
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
