import { Decimal, normalDecimal } from '@shucu/kernel';

/** How a rule set has scores merged. */
export type MergeRule = 'mean' | 'trimmedMean';

/** Decimals to which a mean of experts' scores is kept, half-up: those of the scores themselves. */
const MEAN_DECIMALS = 2;

/** Fewest scores of which the highest and the lowest can be left out. */
const FEWEST_TO_TRIM = 3;

/**
 * One score out of at least one: the mean, or the mean without one highest and one lowest where there are three or more; two
 * decimals, half-up, in decimal arithmetic.
 */
export function mergeScores(scores: readonly string[], rule: MergeRule): string {
  const sorted = scores.map((score) => new Decimal(score)).sort((a, b) => a.comparedTo(b));
  const counted = rule === 'trimmedMean' && sorted.length >= FEWEST_TO_TRIM ? sorted.slice(1, -1) : sorted;
  const sum = counted.reduce((total, score) => total.plus(score), new Decimal(0));
  return normalDecimal(sum.div(counted.length).toDecimalPlaces(MEAN_DECIMALS));
}

/** Highest less lowest score; nothing where there are fewer than two. */
export function spreadOf(scores: readonly string[]): string | null {
  if (scores.length < 2) return null;
  return normalDecimal(Decimal.max(...scores).minus(Decimal.min(...scores)));
}

/** Opinions in one text, each once and without names. */
export function joinOpinions(opinions: readonly string[]): string {
  const told = [...new Set(opinions.map((opinion) => opinion.replace(/[。；\s]+$/u, '')))];
  return `${told.join('；')}。`;
}
