import type {
  AggregateMeasure,
  CenterReference,
  DistinctField,
  FactMeasure,
  MeasureFilter,
  MeasurePeriod,
  MeasureSource,
  RatioMeasure,
  ReferenceMeasure,
  SumField,
} from '../measure.types.js';

/** A measure that knows what it reads; one of the three periods makes it plain data. */
export interface PeriodChoice {
  /** Only what meets every condition; an array means "one of". */
  where(filter: MeasureFilter): PeriodChoice;
  /** Within the evaluated calendar year. */
  inYear(): AggregateMeasure;
  /** Within the year before the evaluated one (上年度). */
  inPreviousYear(): AggregateMeasure;
  /** Everything up to 31 December of the evaluated year. */
  cumulative(): AggregateMeasure;
}

/** A measure that does not know yet where it reads. */
export interface SourceChoice {
  /** Service records, resources, or the union of both. */
  from(...sources: readonly MeasureSource[]): PeriodChoice;
}

type Aggregate = Pick<AggregateMeasure, 'op' | 'field'>;
type RatioPart = RatioMeasure['dividend'];

/** Number of rows. */
export function count(): SourceChoice {
  return sourceChoice({ op: 'count' });
}

/** Number of different values of a field; rows without a value are not counted. */
export function countDistinct(field: DistinctField): SourceChoice {
  return sourceChoice({ op: 'countDistinct', field });
}

/** Sum of a figure of service records: `headcount` in person-times (人次), `amount` in yuan. */
export function sum(field: SumField): SourceChoice {
  return sourceChoice({ op: 'sum', field });
}

/** Quotient of two measures; without a value when either is missing or the divisor is zero. */
export function ratio(dividend: RatioPart, divisor: RatioPart): RatioMeasure {
  return { op: 'ratio', dividend, divisor };
}

/** A yearly figure that the center declares; its name must be in the plugin's facts schema. */
export function fact(name: string): FactMeasure {
  return { op: 'fact', name };
}

/** A figure of the tenant's reference data for the center's industry and the evaluated year. */
export function reference(name: string): ReferenceMeasure {
  return { op: 'reference', name };
}

/** The center's own value as a filter, e.g. `where({ industry: own('industry') })`. */
export function own(center: CenterReference['center']): CenterReference {
  return { center };
}

function sourceChoice(aggregate: Aggregate): SourceChoice {
  return { from: (...sources) => periodChoice(aggregate, sources, {}) };
}

function periodChoice(aggregate: Aggregate, from: readonly MeasureSource[], where: MeasureFilter): PeriodChoice {
  const during = (period: MeasurePeriod): AggregateMeasure => ({ ...aggregate, from: [...from], where, period });
  return {
    where: (filter) => periodChoice(aggregate, from, { ...where, ...filter }),
    inYear: () => during('year'),
    inPreviousYear: () => during('previousYear'),
    cumulative: () => during('cumulative'),
  };
}
