import type {
  AggregateMeasure,
  FactMeasure,
  FilterField,
  Measure,
  MeasureSource,
  ReferenceMeasure,
} from '@shucu/plugin-sdk';
import { DISTINCT_FIELDS, FILTER_FIELDS } from '@shucu/plugin-sdk';
import fc from 'fast-check';

/** Few values, so that records meet filters and each other; `production` is also a variant, as `own('variant')` compares. */
export const VALUES = {
  type: ['training', 'forum'],
  kind: ['patent', 'partner'],
  partnerKind: ['university', 'bank'],
  industry: ['C32', 'C33'],
  link: ['production', 'sales'],
  field: ['ai', 'sales'],
  region: ['620100', '620200'],
  enterprise: ['91620100MA00000001', '91620100MA00000002', '91620100MA00000003'],
} as const;

export const FIGURE_NAMES = ['staff', 'seats'] as const;

const own = fc.constantFrom('industry', 'region', 'variant').map((center) => ({ center }) as const);

type FilterValue = AggregateMeasure['where'][FilterField];

function filterValue(field: FilterField): fc.Arbitrary<FilterValue> {
  if (FILTER_FIELDS[field].type === 'boolean') {
    return fc.oneof(fc.boolean(), fc.uniqueArray(fc.boolean(), { minLength: 1 }));
  }
  const value = fc.constantFrom(...VALUES[field as keyof typeof VALUES]);
  return fc.oneof(value, fc.uniqueArray(value, { minLength: 1 }), own);
}

function filter(from: readonly MeasureSource[]): fc.Arbitrary<AggregateMeasure['where']> {
  const fields = (Object.keys(FILTER_FIELDS) as FilterField[]).filter((field) =>
    from.every((source) => FILTER_FIELDS[field].sources.includes(source)),
  );
  return fc
    .subarray(fields, { maxLength: 3 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((field) => [field, filterValue(field)]))));
}

function operation(from: readonly MeasureSource[]): fc.Arbitrary<Pick<AggregateMeasure, 'op' | 'field'>> {
  const distinct = Object.entries(DISTINCT_FIELDS)
    .filter(([, sources]) => from.every((source) => sources.includes(source)))
    .map(([field]) => ({ op: 'countDistinct', field }) as Pick<AggregateMeasure, 'op' | 'field'>);
  const sums = from.includes('resource')
    ? []
    : [{ op: 'sum', field: 'headcount' } as const, { op: 'sum', field: 'amount' } as const];
  return fc.oneof(
    fc.constant({ op: 'count' } as const),
    fc.constantFrom(...distinct),
    ...sums.map((sum) => fc.constant(sum)),
  );
}

const aggregate: fc.Arbitrary<AggregateMeasure> = fc
  .constantFrom<MeasureSource[]>(['service'], ['resource'], ['service', 'resource'])
  .chain((from) =>
    fc
      .tuple(operation(from), filter(from), fc.constantFrom('year', 'previousYear', 'cumulative'))
      .map(([what, where, period]) => ({ ...what, from, where, period }) as AggregateMeasure),
  );

const figure: fc.Arbitrary<FactMeasure | ReferenceMeasure> = fc.record({
  op: fc.constantFrom('fact', 'reference'),
  name: fc.constantFrom(...FIGURE_NAMES),
});

const part = fc.oneof({ arbitrary: aggregate, weight: 2 }, figure);

/** Any measure that a plugin may define. */
export const anyMeasure: fc.Arbitrary<Measure> = fc.oneof(
  { arbitrary: aggregate, weight: 6 },
  { arbitrary: figure, weight: 1 },
  { arbitrary: fc.record({ op: fc.constant('ratio' as const), dividend: part, divisor: part }), weight: 2 },
);

/** The measures of one plugin. */
export const anyMeasures: fc.Arbitrary<Record<string, Measure>> = fc
  .array(anyMeasure, { minLength: 1, maxLength: 8 })
  .map((measures) => Object.fromEntries(measures.map((measure, index) => [`m${index}`, measure])));
