import type { Condition } from '../criteria/condition.types.js';
import { parseDecimal } from '../decimal.js';
import type { CategoryPluginDefinition, Deduction } from '../plugin/category-plugin.types.js';
import { duplicateFaults } from './duplicate-faults.js';
import type { Fault } from './fault.types.js';
import { figureFaults, positiveFaults } from './figure-faults.js';

/** Faults of gates and minus points: ids used twice, figures that are none, conditions that are no functions. */
export function gateFaults({ gates = [], deductions = [] }: CategoryPluginDefinition): readonly Fault[] {
  return [
    ...duplicateFaults('gates', gates),
    ...duplicateFaults('deductions', deductions),
    ...gates.flatMap(({ id, conditions }) =>
      conditions.flatMap((condition, index) => conditionFaults(condition, `gates.${id}.conditions.${index}`)),
    ),
    ...deductions.flatMap(deductionFaults),
  ];
}

/** Faults of the total's limits. */
export function totalFaults({ total = {} }: CategoryPluginDefinition): readonly Fault[] {
  const faults = [...figureFaults(total.min ?? 0, 'total.min'), ...figureFaults(total.max ?? 0, 'total.max')];
  const [min, max] = [parseDecimal(total.min ?? 0), parseDecimal(total.max)];
  if (min && max?.lte(min)) faults.push({ path: 'total.max', message: `is not above the minimum of ${min.toFixed()}` });
  return faults;
}

function conditionFaults(condition: Condition, path: string): Fault[] {
  if (condition.kind === 'measure') return figureFaults(condition.threshold, `${path}.threshold`);
  return typeof condition.holds === 'function' ? [] : [{ path: `${path}.holds`, message: 'expected a function' }];
}

function deductionFaults({ id, points, above, cap = 1 }: Deduction): Fault[] {
  const path = `deductions.${id}`;
  return [
    ...positiveFaults(points, `${path}.points`),
    ...figureFaults(above, `${path}.above`),
    ...positiveFaults(cap, `${path}.cap`),
  ];
}
