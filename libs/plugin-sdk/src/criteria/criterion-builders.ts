import type { DecimalInput } from '../decimal.js';
import { allOrNothing, linear, steps } from './attainment-rules.js';
import type {
  AttainmentRule,
  AttainmentStep,
  CombinedCriterion,
  JudgedCriterion,
  QuantitativeCriterion,
  ShownMeasure,
} from './criterion.types.js';

interface CriterionOptions {
  /** The measure's name when not given. */
  readonly id?: string;
  readonly title: string;
  readonly weight?: DecimalInput;
}

interface QuantitativeOptions extends CriterionOptions {
  readonly attainment?: AttainmentRule;
  readonly coefficients?: Readonly<Record<string, DecimalInput>>;
}

/** 以上: the threshold itself is enough. Linear up to it unless the options say otherwise. */
export function atLeast(
  measure: string,
  threshold: DecimalInput,
  unit: string,
  options: QuantitativeOptions,
): QuantitativeCriterion {
  const { id = measure, title, weight = 1, attainment = linear(), coefficients = {} } = options;
  return {
    kind: 'quantitative',
    id,
    title,
    weight,
    measure,
    threshold,
    inclusive: true,
    unit,
    attainment,
    coefficients,
  };
}

/** 超过: the threshold itself is not enough; all or nothing. */
export function moreThan(
  measure: string,
  threshold: DecimalInput,
  unit: string,
  options: Omit<QuantitativeOptions, 'attainment'>,
): QuantitativeCriterion {
  return { ...atLeast(measure, threshold, unit, { ...options, attainment: allOrNothing() }), inclusive: false };
}

/** A ladder of attainments; the threshold shown is the top rung's. */
export function ladder(
  measure: string,
  unit: string,
  rungs: readonly AttainmentStep[],
  options: Omit<QuantitativeOptions, 'attainment'>,
): QuantitativeCriterion {
  const top = rungs.at(-1);
  const criterion = atLeast(measure, top?.at ?? Number.NaN, unit, { ...options, attainment: steps(rungs) });
  return { ...criterion, inclusive: top?.inclusive ?? true };
}

/** A yes/no fact (1 or 0) that must be yes. */
export function yes(measure: string, options: CriterionOptions): QuantitativeCriterion {
  return atLeast(measure, 1, '是否', { ...options, attainment: allOrNothing() });
}

/** Judged by experts alone, 0–100; `shows` puts measures beside it. */
export function judged(
  id: string,
  options: Omit<CriterionOptions, 'id'> & { readonly shows?: readonly ShownMeasure[] },
): JudgedCriterion {
  const { title, weight = 1, shows = [] } = options;
  return { kind: 'judged', id, title, weight, shows };
}

/** The best attained of several quantitative criteria counts. */
export function bestOf(
  id: string,
  options: Omit<CriterionOptions, 'id'>,
  parts: readonly QuantitativeCriterion[],
): CombinedCriterion {
  return { kind: 'combined', rule: 'bestOf', id, title: options.title, weight: options.weight ?? 1, need: 1, parts };
}

/** `need` of the conditions must be fully attained; with fewer, the attainment is met ÷ need. */
export function kOfN(
  id: string,
  options: Omit<CriterionOptions, 'id'> & { readonly need: number },
  parts: readonly QuantitativeCriterion[],
): CombinedCriterion {
  const { title, weight = 1, need } = options;
  return { kind: 'combined', rule: 'kOfN', id, title, weight, need, parts };
}
