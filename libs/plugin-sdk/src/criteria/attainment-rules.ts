import type { DecimalInput } from '../decimal.js';
import type { AttainmentFunction, AttainmentRule, AttainmentStep } from './criterion.types.js';

/** Proportional up to the threshold, full from there on. */
export function linear(): AttainmentRule {
  return { rule: 'linear' };
}

/** Full at the threshold, nothing below it. */
export function allOrNothing(): AttainmentRule {
  return { rule: 'allOrNothing' };
}

/** A ladder: the highest rung that the value reaches counts, nothing below the first. Each rung says whether it includes its own number. */
export function steps(rungs: readonly AttainmentStep[]): AttainmentRule {
  return { rule: 'steps', steps: rungs };
}

/** Linear up to the threshold; above it `add` more attainment for every full `per` units, at most `cap` in all. */
export function cappedBonus(bonus: {
  readonly per: DecimalInput;
  readonly add: DecimalInput;
  readonly cap: DecimalInput;
}): AttainmentRule {
  return { rule: 'cappedBonus', ...bonus };
}

/** The plugin's own pure function; `uses` names further measures it reads. */
export function custom(attain: AttainmentFunction, uses: readonly string[] = []): AttainmentRule {
  return { rule: 'custom', attain, uses };
}
