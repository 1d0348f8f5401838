import type { Condition } from '../criteria/condition.types.js';
import type { DecimalInput } from '../decimal.js';
import type { Deduction, Gate, GroupFloor, Indicator, IndicatorGroup } from './category-plugin.types.js';

/** A row of the rule document's table. */
export function indicator(
  id: string,
  row: Omit<Indicator, 'id' | 'evidence'> & { readonly evidence?: readonly string[] },
): Indicator {
  return { evidence: [], ...row, id };
}

/** Rows under one 评价项目; its id is the title unless the options give one. */
export function group(
  title: string,
  indicators: readonly Indicator[],
  options: {
    readonly id?: string;
    readonly variants?: readonly string[];
    readonly floor?: GroupFloor;
    readonly veto?: boolean;
  } = {},
): IndicatorGroup {
  const { id = title, veto = false, ...rest } = options;
  return { id, title, veto, ...rest, indicators };
}

/** Minus points: `points` for each unit of the measure above `above` (0), or once; at most `cap` in all. */
export function minusPoints(
  id: string,
  options: {
    readonly title: string;
    readonly measure: string;
    readonly unit: string;
    readonly points: DecimalInput;
    readonly above?: DecimalInput;
    readonly once?: boolean;
    readonly cap?: DecimalInput;
  },
): Deduction {
  return { above: 0, once: false, ...options, id };
}

/** Any of the conditions lifts the grade to at least pass, whatever the total. */
export function passIfAny(id: string, title: string, conditions: readonly Condition[]): Gate {
  return { id, title, effect: 'pass', conditions };
}

/** Every condition must hold, or the grade is fail, whatever the total. */
export function failUnlessAll(id: string, title: string, conditions: readonly Condition[]): Gate {
  return { id, title, effect: 'fail', conditions };
}
