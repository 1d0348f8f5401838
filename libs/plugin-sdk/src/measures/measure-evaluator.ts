import { Decimal, normalDecimal, reportedDecimal, sumOf } from '../decimal.js';
import type {
  AggregateMeasure,
  FactMeasure,
  Measure,
  MeasureValue,
  RatioMeasure,
  ReferenceMeasure,
} from '../measure.types.js';
import type { MeasureData } from './record.types.js';
import { counts, type SourcedRow } from './record-rules.js';

/** Computes every measure from plain rows; the oracle of the host's SQL. Decimal strings, quotients rounded to 12 decimals half-up. */
export function evaluateMeasures(
  measures: Readonly<Record<string, Measure>>,
  data: MeasureData,
): Record<string, MeasureValue> {
  return Object.fromEntries(Object.entries(measures).map(([name, measure]) => [name, evaluateMeasure(measure, data)]));
}

function evaluateMeasure(measure: Measure, data: MeasureData): MeasureValue {
  if (measure.op === 'ratio') return quotient(measure, data);
  const value = singleValue(measure, data);
  return value === null ? null : normalDecimal(value);
}

function quotient({ dividend, divisor }: RatioMeasure, data: MeasureData): MeasureValue {
  const over = singleValue(dividend, data);
  const under = singleValue(divisor, data);
  return over === null || under === null || under.isZero() ? null : reportedDecimal(over.div(under));
}

function singleValue(measure: AggregateMeasure | FactMeasure | ReferenceMeasure, data: MeasureData): Decimal | null {
  switch (measure.op) {
    case 'fact':
      return found(data.facts.find(({ name, year }) => name === measure.name && year === data.year));
    case 'reference':
      return found(
        data.references.find(
          ({ name, industry, year }) =>
            name === measure.name && industry === data.center.industry && year === data.year,
        ),
      );
    default:
      return aggregate(measure, data);
  }
}

function found(row: { readonly value: string | number } | undefined): Decimal | null {
  return row ? new Decimal(row.value) : null;
}

function aggregate(measure: AggregateMeasure, data: MeasureData): Decimal {
  const rows = measure.from
    .flatMap((source): SourcedRow[] =>
      source === 'service'
        ? data.service.map((row) => ({ source, row }))
        : data.resource.map((row) => ({ source, row })),
    )
    .filter((sourced) => counts(measure, sourced, data.center, data.year))
    .map(({ row }) => row);
  if (measure.op === 'count') return new Decimal(rows.length);
  const values = rows.map((row): unknown => Reflect.get(row, measure.field ?? '') ?? null);
  if (measure.op === 'sum') return sumOf(values.filter((value) => value !== null) as (string | number)[]);
  return new Decimal(new Set(values.filter((value) => value !== null)).size);
}
