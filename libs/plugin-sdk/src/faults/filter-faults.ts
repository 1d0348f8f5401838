import type { FilterField, MeasureFilter, MeasureSource } from '../measure.types.js';
import { FILTER_FIELDS } from '../measures/measure-fields.js';
import { isCenterReference } from '../measures/record-rules.js';
import type { Vocabulary } from '../vocabulary/vocabulary.types.js';
import type { Fault } from './fault.types.js';

/** Filter fields whose values are terms of the vocabulary. */
const TERM_LISTS: Readonly<Partial<Record<FilterField, keyof Vocabulary>>> = {
  type: 'serviceTypes',
  kind: 'resourceKinds',
  partnerKind: 'partnerKinds',
  link: 'links',
  field: 'fields',
};
const OWN_VALUES: readonly unknown[] = ['industry', 'region', 'variant'];

/** Faults of a filter: fields that a source lacks, values of the wrong type, terms that nobody defined. */
export function filterFaults(
  where: MeasureFilter | undefined,
  from: readonly MeasureSource[],
  path: string,
  terms: Vocabulary,
): Fault[] {
  return Object.entries(where ?? {}).flatMap(([field, value]) => {
    const at = `${path}.${field}`;
    if (!isFilterField(field)) {
      return [
        { path: at, message: `is no field to filter by; expected one of ${Object.keys(FILTER_FIELDS).join(', ')}` },
      ];
    }
    const lacking = from
      .filter((source) => !FILTER_FIELDS[field].sources.includes(source))
      .map((source) => ({ path: at, message: `is a field that ${source} does not have` }));
    return [...lacking, ...valueFaults(field, value, at, terms)];
  });
}

function isFilterField(field: string): field is FilterField {
  return Object.hasOwn(FILTER_FIELDS, field);
}

function valueFaults(field: FilterField, value: unknown, path: string, terms: Vocabulary): Fault[] {
  const { type } = FILTER_FIELDS[field];
  if (isCenterReference(value)) {
    if (type === 'boolean') return [{ path, message: 'is yes/no and cannot be compared with a value of the center' }];
    return OWN_VALUES.includes(value.center) ? [] : [{ path, message: `the center has no ${String(value.center)}` }];
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length === 0) return [{ path, message: 'is an empty list, which nothing can meet' }];
  return values.flatMap((single) => {
    if (typeof single !== (type === 'text' ? 'string' : 'boolean')) {
      return [{ path, message: `${JSON.stringify(single)} is no ${type === 'text' ? 'text' : 'yes/no value'}` }];
    }
    const list = TERM_LISTS[field];
    if (list === undefined || Object.hasOwn(terms[list], String(single))) return [];
    return [{ path, message: `"${String(single)}" is not in the vocabulary (${list})` }];
  });
}
