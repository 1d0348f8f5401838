import type { Application, ClaimableValue } from '@shucu/applications';
import { Decimal, type FieldFault } from '@shucu/kernel';
import type { VerifiedItem } from '../application-review.entity.js';

/** What the applicant stated for a value, as a decimal string; null where nothing was stated. */
export function statedValue(
  { claimed, facts }: Pick<Application, 'claimed' | 'facts'>,
  { measure, fact }: Pick<ClaimableValue, 'measure' | 'fact'>,
): string | null {
  if (fact === null) return claimed[measure] ?? null;
  const stated = facts[fact];
  return stated === undefined ? null : String(Number(stated));
}

/** What is wrong with verified values: measures that nobody was asked for, parts of things, differences without a remark. */
export function verificationFaults(
  application: Pick<Application, 'claimed' | 'facts'>,
  values: readonly ClaimableValue[],
  items: readonly VerifiedItem[],
): FieldFault[] {
  return items.flatMap((item, index): FieldFault[] => {
    const field = `items.${index}`;
    const value = values.find(({ measure }) => measure === item.measure);
    if (!value) return [unknownMeasure(field, item.measure, values)];
    if (items.findIndex(({ measure }) => measure === item.measure) !== index) return [repeated(field, value)];
    if (value.isWhole && item.verified.includes('.')) return [notWhole(field, value)];
    const stated = statedValue(application, value);
    const differs = stated === null || !new Decimal(stated).eq(item.verified);
    return differs && item.remark === null ? [unexplained(field, value, stated)] : [];
  });
}

/** What keeps a preliminary review from being complete: values that nobody has verified, no opinion, no visit. */
export function openVerifications(values: readonly ClaimableValue[], items: readonly VerifiedItem[]): FieldFault[] {
  return values
    .filter(({ measure }) => items.every((item) => item.measure !== measure))
    .map(({ measure, title }) => ({
      field: `items.${measure}`,
      rule: 'unverified',
      message: `“${title}”尚未核实`,
      en: `"${title}" is not verified yet`,
    }));
}

function unknownMeasure(field: string, measure: string, values: readonly ClaimableValue[]): FieldFault {
  const known = values.map((value) => value.measure);
  return {
    field: `${field}.measure`,
    rule: 'oneOf',
    message: `没有统计口径“${measure}”，可用：${known.join('、')}`,
    en: `There is no measure "${measure}": ${known.join(', ')}`,
  };
}

const repeated = (field: string, { title }: ClaimableValue): FieldFault => ({
  field: `${field}.measure`,
  rule: 'unique',
  message: `“${title}”重复`,
  en: `"${title}" twice`,
});

const notWhole = (field: string, { title, unit }: ClaimableValue): FieldFault => ({
  field: `${field}.verified`,
  rule: 'whole',
  message: `${title}应为整数（${unit}）`,
  en: `${title}: a whole number`,
});

const unexplained = (field: string, { title }: ClaimableValue, stated: string | null): FieldFault => ({
  field: `${field}.remark`,
  rule: 'required',
  message: `“${title}”核实值与申报值（${stated ?? '未填报'}）不同，请说明`,
  en: `"${title}" was stated as ${stated ?? 'nothing'}: say why it is verified as another value`,
});
