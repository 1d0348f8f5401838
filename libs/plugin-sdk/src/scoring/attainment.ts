import type { AttainmentRule, QuantitativeCriterion, RuleContext } from '../criteria/criterion.types.js';
import { Decimal, normalDecimal, parseDecimal } from '../decimal.js';
import { PluginResultError } from '../faults/plugin-result-error.js';

/** How far a value attains a threshold by the criterion's rule; exact to 40 digits, 1 is full. */
export function attainmentOf(
  criterion: QuantitativeCriterion,
  value: Decimal,
  threshold: Decimal,
  context: RuleContext,
): Decimal {
  const { attainment: rule, inclusive } = criterion;
  switch (rule.rule) {
    case 'linear':
      return proportion(value, threshold);
    case 'allOrNothing':
      return new Decimal(reaches(value, threshold, inclusive) ? 1 : 0);
    case 'steps':
      return highestRung(value, rule.steps);
    case 'cappedBonus':
      return proportion(value, threshold).plus(bonus(value.minus(threshold), rule));
    case 'custom':
      return customAttainment(criterion.id, rule, value, threshold, context);
  }
}

/** Whether a value reaches a threshold: 以上 includes it, 超过 does not (Civil Code art. 1259). */
export function reaches(value: Decimal, threshold: Decimal, inclusive: boolean): boolean {
  return inclusive ? value.gte(threshold) : value.gt(threshold);
}

function proportion(value: Decimal, threshold: Decimal): Decimal {
  return Decimal.max(0, Decimal.min(1, value.div(threshold)));
}

function highestRung(value: Decimal, rungs: Extract<AttainmentRule, { rule: 'steps' }>['steps']): Decimal {
  const reached = rungs.filter(({ at, inclusive = true }) => reaches(value, new Decimal(at), inclusive));
  return new Decimal(reached.at(-1)?.attainment ?? 0);
}

function bonus(excess: Decimal, rule: Extract<AttainmentRule, { rule: 'cappedBonus' }>): Decimal {
  if (excess.lte(0)) return new Decimal(0);
  return Decimal.min(rule.cap, excess.div(rule.per).floor().times(rule.add));
}

function customAttainment(
  id: string,
  rule: Extract<AttainmentRule, { rule: 'custom' }>,
  value: Decimal,
  threshold: Decimal,
  context: RuleContext,
): Decimal {
  const result: unknown = rule.attain({ ...context, value: normalDecimal(value), threshold: normalDecimal(threshold) });
  const attainment = parseDecimal(result);
  if (attainment === null) {
    throw new PluginResultError(`The attainment function of criterion ${id} returned ${String(result)}, not a decimal`);
  }
  return attainment;
}
