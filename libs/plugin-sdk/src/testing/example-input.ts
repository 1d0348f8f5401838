import { deepFreeze } from '../deep-freeze.js';
import type { GoldenExample } from '../plugin/category-plugin.types.js';
import type { Opinion, ScoreInput } from '../scoring/score-input.types.js';

/** The scoring input of a golden example, frozen so that a plugin that changes it is caught. */
export function exampleInput(example: GoldenExample): ScoreInput {
  const { center = {}, measures, opinions, overrides, missingOpinion = 'refuse' } = example;
  return deepFreeze({
    center: {
      id: 'example',
      name: example.name,
      variant: center.variant ?? null,
      industry: center.industry ?? null,
      region: center.region ?? null,
    },
    year: 2025,
    measures: { ...measures },
    opinions: Object.fromEntries(Object.entries(opinions).map(([key, given]) => [key, asOpinion(given)])),
    overrides: structuredClone(overrides),
    missingOpinion,
  });
}

/** Another order of the same members: a result that depends on it is not determined by the input. */
export function reordered(input: ScoreInput): ScoreInput {
  const reverse = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).reverse());
  return deepFreeze({ ...input, measures: reverse(input.measures), opinions: reverse(input.opinions) });
}

function asOpinion(given: Opinion | string | null): Opinion | null {
  return typeof given === 'string' ? { score: given } : given;
}
