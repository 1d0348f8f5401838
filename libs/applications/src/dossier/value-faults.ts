import type { FieldFault } from '@shucu/kernel';
import type { CategoryPlugin } from '@shucu/plugin-sdk';
import type { DeclaredFacts, MeasureValues } from '../application.entity.js';
import { type ClaimableValue, claimableValues, factSchema, factTitle } from './claimable-values.js';

/** A non-negative figure with at most six decimals. */
const FIGURE = /^\d{1,16}(\.\d{1,6})?$/;
const WHOLE = /^\d{1,16}$/;

/** What is wrong with claimed values as such: measures that the category does not ask for, figures that are none. */
export function claimFaults(plugin: CategoryPlugin, variant: string | null, claimed: MeasureValues): FieldFault[] {
  const asked = claimableValues(plugin, variant).filter(({ fact }) => fact === null);
  return Object.entries(claimed).flatMap(([measure, value]): FieldFault[] => {
    const field = `claimed.${measure}`;
    const known = asked.find((one) => one.measure === measure);
    if (!known) {
      const names = asked.map((one) => one.measure);
      const message = `该类别没有自报项“${measure}”，可用：${names.join('、')}`;
      return [{ field, rule: 'oneOf', message, en: `There is no value "${measure}" to state: ${names.join(', ')}` }];
    }
    return figureFaults(field, known, value);
  });
}

/** What the plugin's own schema finds wrong with declared facts. */
export function declaredFaults(plugin: CategoryPlugin, facts: DeclaredFacts): FieldFault[] {
  return Object.entries(facts).flatMap(([name, value]): FieldFault[] => {
    const field = `facts.${name}`;
    const schema = factSchema(plugin, name);
    if (!schema) {
      const names = Object.keys(plugin.facts.shape);
      const message = `该类别没有填报项“${name}”，可用：${names.join('、')}`;
      return [{ field, rule: 'oneOf', message, en: `There is no figure "${name}": ${names.join(', ')}` }];
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return [];
    return parsed.error.issues.map(({ code, message }) => ({
      field,
      rule: code,
      message: `${factTitle(plugin, name)}：${message}`,
      en: message,
    }));
  });
}

function figureFaults(field: string, { title, unit, isWhole }: ClaimableValue, value: string): FieldFault[] {
  if (isWhole) {
    if (WHOLE.test(value)) return [];
    const message = `${title}应为不小于 0 的整数（${unit}）`;
    return [{ field, rule: 'whole', message, en: `${title}: a whole number of at least 0` }];
  }
  if (FIGURE.test(value)) return [];
  const message = `${title}应为不小于 0 的数字，最多六位小数${unit === '%' ? '；比例按小数填写，如 10% 填 0.1' : ''}`;
  return [{ field, rule: 'decimal', message, en: `${title}: a number of at least 0, a share as a fraction` }];
}
