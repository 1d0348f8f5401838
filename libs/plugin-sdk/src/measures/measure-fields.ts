import type { DistinctField, FilterField, MeasureSource, SumField } from '../measure.types.js';

const both: readonly MeasureSource[] = ['service', 'resource'];

/** Which sources carry a field, and whether it is text or yes/no. */
export const FILTER_FIELDS: Readonly<
  Record<FilterField, { readonly sources: readonly MeasureSource[]; readonly type: 'text' | 'boolean' }>
> = {
  type: { sources: ['service'], type: 'text' },
  kind: { sources: ['resource'], type: 'text' },
  partnerKind: { sources: ['resource'], type: 'text' },
  industry: { sources: both, type: 'text' },
  link: { sources: both, type: 'text' },
  field: { sources: both, type: 'text' },
  region: { sources: both, type: 'text' },
  sme: { sources: both, type: 'boolean' },
  aboveScale: { sources: both, type: 'boolean' },
  discounted: { sources: both, type: 'boolean' },
};

/** Which sources carry a field whose different values can be counted. */
export const DISTINCT_FIELDS: Readonly<Record<DistinctField, readonly MeasureSource[]>> = {
  enterprise: both,
  industry: both,
  region: both,
  link: both,
  field: both,
  kind: ['resource'],
  type: ['service'],
};

/** Which sources carry a figure that can be summed. */
export const SUM_FIELDS: Readonly<Record<SumField, readonly MeasureSource[]>> = {
  headcount: ['service'],
  amount: ['service'],
};
