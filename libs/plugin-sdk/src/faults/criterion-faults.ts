import type {
  AttainmentRule,
  CombinedCriterion,
  Criterion,
  QuantitativeCriterion,
} from '../criteria/criterion.types.js';
import { parseDecimal } from '../decimal.js';
import type { Fault } from './fault.types.js';
import { figureFaults, positiveFaults } from './figure-faults.js';
import { thresholdFault } from './threshold-fault.js';

/** Faults of a criterion: thresholds and weights that are no numbers, open ends where a rule has none, ladders that do not rise. */
export function criterionFaults(criterion: Criterion, path: string): Fault[] {
  return [...positiveFaults(criterion.weight, `${path}.weight`), ...ruleFaults(criterion, path)];
}

function ruleFaults(criterion: Criterion, path: string): Fault[] {
  switch (criterion.kind) {
    case 'judged':
      return [];
    case 'quantitative':
      return quantitativeFaults(criterion, path);
    case 'combined':
      return [
        ...needFaults(criterion, path),
        ...criterion.parts.flatMap((part) => quantitativeFaults(part, `${path}.parts.${part.id}`)),
      ];
  }
}

function needFaults({ rule, need, parts }: CombinedCriterion, path: string): Fault[] {
  if (rule === 'bestOf' || (Number.isInteger(need) && need >= 1 && need <= parts.length)) return [];
  return [{ path: `${path}.need`, message: `${String(need)} is no number of conditions from 1 to ${parts.length}` }];
}

function quantitativeFaults(criterion: QuantitativeCriterion, path: string): Fault[] {
  const { attainment, threshold, inclusive, coefficients = {} } = criterion;
  const rule = attainmentFaults(attainment, `${path}.attainment`);
  if (rule.length > 0) return rule;
  const message = attainment.rule === 'steps' ? null : thresholdFault(criterion, threshold);
  const faults = message === null ? [] : [{ path: `${path}.threshold`, message }];
  if (inclusive === false && (attainment.rule === 'linear' || attainment.rule === 'cappedBonus')) {
    faults.push({
      path: `${path}.inclusive`,
      message: 'a linear attainment has no open end; use allOrNothing or steps',
    });
  }
  const perIndustry = Object.entries(coefficients).flatMap(([industry, coefficient]) =>
    positiveFaults(coefficient, `${path}.coefficients.${industry}`),
  );
  return [...faults, ...perIndustry];
}

function attainmentFaults(attainment: AttainmentRule | undefined, path: string): Fault[] {
  switch (attainment?.rule) {
    case 'linear':
    case 'allOrNothing':
      return [];
    case 'steps':
      return stepFaults(attainment.steps, `${path}.steps`);
    case 'cappedBonus':
      return (['per', 'add', 'cap'] as const).flatMap((key) => positiveFaults(attainment[key], `${path}.${key}`));
    case 'custom':
      return typeof attainment.attain === 'function' ? [] : [{ path, message: 'expected a function' }];
    default:
      return [{ path, message: 'expected linear, allOrNothing, steps, cappedBonus or custom' }];
  }
}

function stepFaults(steps: Extract<AttainmentRule, { rule: 'steps' }>['steps'], path: string): Fault[] {
  if (steps.length === 0) return [{ path, message: 'a ladder needs at least one rung' }];
  return steps.flatMap(({ at, attainment }, index): Fault[] => {
    const rung = `${path}.${index}`;
    const here = parseDecimal(at);
    const below = parseDecimal(steps[index - 1]?.at);
    if (here === null) return figureFaults(at, `${rung}.at`);
    if (below?.gte(here))
      return [{ path: `${rung}.at`, message: `${here.toFixed()} does not rise above ${below.toFixed()}` }];
    return figureFaults(attainment, `${rung}.attainment`);
  });
}
