import { criterionKey, type Opinion } from '@shucu/plugin-sdk';
import { joinOpinions, type MergeRule, mergeScores } from './merge-scores.js';

/** By center, by `indicator.criterion`: the experts' merged scores, and their opinions without names. */
export type MergedOpinions = ReadonlyMap<string, Readonly<Record<string, Opinion>>>;

/** All experts' scores of one criterion of one center, in the same fixed order as their opinions. */
export interface CriterionScores {
  readonly centerId: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly scores: readonly string[];
  readonly opinions: readonly string[];
}

/** Merges experts' scores of every center by the rule that its assessment is under, and joins their opinions. */
export function mergeOpinions<Given extends CriterionScores>(
  given: readonly Given[],
  ruleOf: (criterion: Given) => MergeRule,
): MergedOpinions {
  const merged = new Map<string, Record<string, Opinion>>();
  for (const criterion of given) {
    const own = merged.get(criterion.centerId) ?? {};
    own[criterionKey(criterion.indicator, criterion.criterion)] = {
      score: mergeScores(criterion.scores, ruleOf(criterion)),
      opinion: joinOpinions(criterion.opinions),
    };
    merged.set(criterion.centerId, own);
  }
  return merged;
}
