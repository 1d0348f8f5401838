/** Where a measure reads: the center's service records (服务记录) or its ledger of resources (资源台账). */
export type MeasureSource = 'service' | 'resource';

/**
 * The time a measure looks at: `year` = the evaluated calendar year, `previousYear` = the one before (上年度),
 * `cumulative` = everything up to 31 December of the evaluated year.
 */
export type MeasurePeriod = 'year' | 'previousYear' | 'cumulative';

/** A value that is only known for each center, e.g. its own industry. */
export interface CenterReference {
  readonly center: 'industry' | 'region' | 'variant';
}

export type FilterScalar = string | number | boolean;

/** Fields that both sources share or that one has; a filter on a field the source lacks is a fault of the plugin. */
export type FilterField =
  | 'type' // service: kind of service
  | 'kind' // resource: kind of resource
  | 'partnerKind' // resource: what a partner is
  | 'industry'
  | 'link'
  | 'field'
  | 'region'
  | 'sme'
  | 'aboveScale'
  | 'discounted';

/** All conditions hold; an array means "one of". */
export type MeasureFilter = Readonly<
  Partial<Record<FilterField, FilterScalar | readonly FilterScalar[] | CenterReference>>
>;

export type DistinctField = 'enterprise' | 'industry' | 'region' | 'link' | 'field' | 'kind' | 'type';
export type SumField = 'headcount' | 'amount';

/** One aggregate over records; several sources form a union (only with `countDistinct` and `count`). */
export interface AggregateMeasure {
  readonly op: 'count' | 'countDistinct' | 'sum';
  readonly field?: DistinctField | SumField;
  readonly from: readonly MeasureSource[];
  readonly where: MeasureFilter;
  readonly period: MeasurePeriod;
}

/** A declared yearly figure (年度填报数据) of the center in the evaluated year; yes/no facts are 1 and 0. */
export interface FactMeasure {
  readonly op: 'fact';
  readonly name: string;
}

/** A figure of the tenant's reference data by the center's industry and the evaluated year. */
export interface ReferenceMeasure {
  readonly op: 'reference';
  readonly name: string;
}

/** A quotient; without a value when the divisor is missing or zero. */
export interface RatioMeasure {
  readonly op: 'ratio';
  readonly dividend: AggregateMeasure | FactMeasure | ReferenceMeasure;
  readonly divisor: AggregateMeasure | FactMeasure | ReferenceMeasure;
}

/** A measure (统计口径) as plain data: the host compiles it to SQL, the SDK evaluates it on plain rows. */
export type Measure = AggregateMeasure | FactMeasure | ReferenceMeasure | RatioMeasure;

/** A measure's value as a decimal string, `null` when nothing could be computed (missing fact or reference). */
export type MeasureValue = string | null;
